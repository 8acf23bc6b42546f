import threading

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

_pools = 0


class Error(Exception):
    pass


class CancelledError(Error):
    pass


TimeoutError = TimeoutError


class InvalidStateError(Error):
    pass


class BrokenExecutor(RuntimeError):
    pass


class Future:
    def __init__(self):
        self._state = "PENDING"
        self._result = None
        self._exception = None
        self._done = threading._event()
        self._callbacks = []

    def result(self, timeout=None):
        if not self._done.wait(timeout):
            raise TimeoutError()
        if self._state == "CANCELLED":
            raise CancelledError()
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self, timeout=None):
        if not self._done.wait(timeout):
            raise TimeoutError()
        if self._state == "CANCELLED":
            raise CancelledError()
        return self._exception

    def done(self):
        return self._done.is_set()

    def running(self):
        return self._state == "RUNNING"

    def cancelled(self):
        return self._state == "CANCELLED"

    def cancel(self):
        if self._state == "CANCELLED":
            return True
        if self._state != "PENDING":
            return False
        self._finish("CANCELLED", None, None)
        return True

    def add_done_callback(self, function):
        if self._state in ("FINISHED", "CANCELLED"):
            function(self)
        else:
            self._callbacks.append(function)

    def set_result(self, result):
        if self._state in ("FINISHED", "CANCELLED"):
            raise InvalidStateError("FINISHED: " + repr(self))
        self._finish("FINISHED", result, None)

    def set_exception(self, exception):
        if self._state in ("FINISHED", "CANCELLED"):
            raise InvalidStateError("FINISHED: " + repr(self))
        self._finish("FINISHED", None, exception)

    def _finish(self, state, result, exception):
        self._state = state
        self._result = result
        self._exception = exception
        self._done.set()
        callbacks = self._callbacks
        self._callbacks = []
        for function in callbacks:
            function(self)

    def __repr__(self):
        state = self._state.lower()
        if self._state == "FINISHED":
            if self._exception is not None:
                what = "raised " + type(self._exception).__name__
            else:
                what = "returned " + type(self._result).__name__
            state = state + " " + what
        return "<Future at " + hex(id(self)) + " state=" + state + ">"


class _Task:
    def __init__(self, future, function, args, kwargs):
        self.future = future
        self.function = function
        self.args = args
        self.kwargs = kwargs

    def run(self):
        future = self.future
        if future._state == "CANCELLED":
            return
        future._state = "RUNNING"
        try:
            result = self.function(*self.args, **self.kwargs)
        except BaseException as error:
            future._finish("FINISHED", None, error)
        else:
            future._finish("FINISHED", result, None)


class Executor:
    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.shutdown(wait=True)
        return False

    def map(self, function, *iterables, timeout=None, chunksize=1):
        futures = [self.submit(function, *args) for args in zip(*iterables)]
        return _results(futures, timeout)


def _results(futures, timeout):
    futures.reverse()
    while futures:
        yield futures.pop().result(timeout)


class ThreadPoolExecutor(Executor):
    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=()):
        global _pools
        if max_workers is None:
            max_workers = 5
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        if not thread_name_prefix:
            thread_name_prefix = "ThreadPoolExecutor-" + str(_pools)
            _pools = _pools + 1
        self._max_workers = max_workers
        self._prefix = thread_name_prefix
        self._initializer = initializer
        self._initargs = initargs
        self._tasks = _tasks()
        self._workers = []
        self._shutdown = False

    def submit(self, function, /, *args, **kwargs):
        if self._shutdown:
            raise RuntimeError("cannot schedule new futures after shutdown")
        future = Future()
        idle = _idle(self._tasks)
        _put(self._tasks, _Task(future, function, args, kwargs))
        if idle <= 0 and len(self._workers) < self._max_workers:
            worker = threading.Thread(name=self._prefix + "_" + str(len(self._workers)))
            self._workers.append(worker)
            worker._target = _work
            worker._args = (self,)
            worker.start()
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True
        if cancel_futures:
            for task in _drain(self._tasks):
                task.future.cancel()
        _close(self._tasks)
        if wait:
            for worker in self._workers:
                worker.join()


def _work(pool):
    if pool._initializer is not None:
        pool._initializer(*pool._initargs)
    while True:
        task = _take(pool._tasks)
        if task is None:
            return
        task.run()


def wait(futures, timeout=None, return_when=ALL_COMPLETED):
    futures = set(futures)
    for future in futures:
        future._done.wait(timeout)
    done = set(future for future in futures if future.done())
    return _DoneAndNotDone(done, futures - done)


class _DoneAndNotDone(tuple):
    def __new__(cls, done, not_done):
        return tuple.__new__(cls, (done, not_done))

    @property
    def done(self):
        return self[0]

    @property
    def not_done(self):
        return self[1]


class ProcessPoolExecutor:
    def __init__(self, *args, **kwargs):
        raise NotImplementedError("ProcessPoolExecutor is not supported by Interleave: processes share no memory")
