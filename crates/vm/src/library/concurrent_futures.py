import os as _os
import queue as _queue
import sys as _sys
import threading

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

_pools = 0


class Error(Exception):
    __module__ = "concurrent.futures._base"


class CancelledError(Error):
    __module__ = "concurrent.futures._base"


TimeoutError = TimeoutError


class InvalidStateError(Error):
    __module__ = "concurrent.futures._base"


class BrokenExecutor(RuntimeError):
    __module__ = "concurrent.futures._base"


class BrokenThreadPool(BrokenExecutor):
    __module__ = "concurrent.futures.thread"


def _complain(message, error):
    __write_error__(message + "\n" + __traceback_text__(error, __texts__(error)))


# What becomes of a future is told by its event: whoever sets it writes the outcome in the same step. A pool's task is
# taken and cancelled at the pool's queue, so that one of the two comes first.
class Future:
    def __init__(self):
        self._state = "PENDING"
        self._result = None
        self._exception = None
        self._done = threading._event()
        self._tasks = None
        self._waiters = []
        self._callbacks = []

    def _outcome(self, timeout):
        if not self._done.wait(timeout):
            raise TimeoutError()
        if self._state == "CANCELLED":
            raise CancelledError()

    def result(self, timeout=None):
        self._outcome(timeout)
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self, timeout=None):
        self._outcome(timeout)
        return self._exception

    def done(self):
        return self._done.is_set()

    def running(self):
        if self._tasks is not None:
            _peek(self._tasks)
        return self._state == "RUNNING"

    def cancelled(self):
        return self._done.is_set() and self._state == "CANCELLED"

    def cancel(self):
        if self._tasks is not None:
            _claim(self._tasks)
        if self._state in ("RUNNING", "FINISHED"):
            return False
        if self._state == "PENDING":
            self._state = "CANCELLED"
            self._finish("CANCELLED", None, None)
        return True

    def add_done_callback(self, fn):
        if self._done.is_set():
            self._call(fn)
        else:
            self._callbacks.append(fn)

    def _call(self, fn):
        try:
            fn(self)
        except Exception as error:
            _complain(f"exception calling callback for {self!r}", error)

    def set_running_or_notify_cancel(self):
        if self._state == "CANCELLED":
            return False
        if self._state != "PENDING":
            raise InvalidStateError("Future in unexpected state")
        self._state = "RUNNING"
        return True

    def set_result(self, result):
        self._settle(result, None)

    def set_exception(self, exception):
        self._settle(None, exception)

    def _settle(self, result, exception):
        if self._state in ("FINISHED", "CANCELLED"):
            raise InvalidStateError(f"{self._state}: {self!r}")
        self._finish("FINISHED", result, exception)

    def _finish(self, state, result, exception):
        self._done.set()
        self._state = state
        self._result = result
        self._exception = exception
        waiters = self._waiters
        callbacks = self._callbacks
        self._waiters = []
        self._callbacks = []
        for waiter in waiters:
            waiter.put(self)
        for fn in callbacks:
            self._call(fn)

    def __repr__(self):
        state = self._state.lower()
        if self._state == "FINISHED":
            if self._exception is not None:
                state += " raised " + type(self._exception).__name__
            else:
                state += " returned " + type(self._result).__name__
        return f"<{type(self).__name__} at {id(self):#x} state={state}>"


Future.__module__ = "concurrent.futures._base"


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
    def submit(self, fn, /, *args, **kwargs):
        raise NotImplementedError()

    def map(self, fn, *iterables, timeout=None, chunksize=1):
        end = None if timeout is None else timeout + threading._clock()
        return _results([self.submit(fn, *args) for args in zip(*iterables)], end)

    def shutdown(self, wait=True, *, cancel_futures=False):
        pass

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown(wait=True)
        return False


def _results(futures, end):
    futures.reverse()
    try:
        while futures:
            yield _result(futures.pop(), end)
    finally:
        for future in futures:
            future.cancel()


def _result(future, end):
    try:
        return future.result(None if end is None else end - threading._clock())
    except TimeoutError:
        future.cancel()
        raise


class ThreadPoolExecutor(Executor):
    def __init__(self, max_workers=None, thread_name_prefix="", initializer=None, initargs=(), **ctxkwargs):
        global _pools
        if max_workers is None:
            max_workers = min(32, _os.cpu_count() + 4)
        if max_workers <= 0:
            raise ValueError("max_workers must be greater than 0")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        if not thread_name_prefix:
            thread_name_prefix = "ThreadPoolExecutor-" + str(_pools)
            _pools = _pools + 1
        self._max_workers = max_workers
        self._thread_name_prefix = thread_name_prefix
        self._initializer = initializer
        self._initargs = initargs
        self._tasks = _tasks()
        self._workers = []
        self._shutdown = False
        self._broken = False

    def submit(self, fn, /, *args, **kwargs):
        if self._broken:
            raise BrokenThreadPool(self._broken)
        if self._shutdown:
            raise RuntimeError("cannot schedule new futures after shutdown")
        if _ended():
            raise RuntimeError("cannot schedule new futures after interpreter shutdown")
        future = Future()
        future._tasks = self._tasks
        idle = _idle(self._tasks)
        _put(self._tasks, _Task(future, fn, args, kwargs))
        if idle <= 0 and len(self._workers) < self._max_workers:
            worker = threading.Thread(name=self._thread_name_prefix + "_" + str(len(self._workers)))
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

    @property
    def _threads(self):
        return set(self._workers)

    @property
    def _work_queue(self):
        return _Backlog(self._tasks)


class _Backlog:
    def __init__(self, tasks):
        self._tasks = tasks

    def qsize(self):
        return _backlog(self._tasks)

    def empty(self):
        return self.qsize() == 0


ThreadPoolExecutor.__module__ = "concurrent.futures.thread"


def _work(pool):
    if pool._initializer is not None:
        try:
            pool._initializer(*pool._initargs)
        except BaseException as error:
            _complain("Exception in initializer:", error)
            pool._broken = "A thread initializer failed, the thread pool is not usable anymore"
            for task in _drain(pool._tasks):
                task.future.set_exception(BrokenThreadPool(pool._broken))
            return
    while True:
        task = _take(pool._tasks)
        if task is None:
            return
        task.run()


# The futures that are done, while the others are made to tell the waiter.
def _watch(futures, waiter):
    done = []
    for future in futures:
        if future._done.is_set():
            done.append(future)
        else:
            future._waiters.append(waiter)
    return done


def _unwatch(futures, waiter):
    for future in futures:
        if waiter in future._waiters:
            future._waiters.remove(waiter)


def as_completed(fs, timeout=None):
    end = None if timeout is None else timeout + threading._clock()
    pending = list(dict.fromkeys(fs))
    total = len(pending)
    waiter = _queue.SimpleQueue()
    try:
        for future in _watch(pending[:], waiter):
            pending.remove(future)
            yield future
        while pending:
            left = None
            if end is not None:
                left = end - threading._clock()
                if left < 0:
                    raise TimeoutError("%d (of %d) futures unfinished" % (len(pending), total))
            try:
                future = waiter.get(True, left)
            except _queue.Empty:
                continue
            pending.remove(future)
            yield future
    finally:
        _unwatch(pending, waiter)


def wait(fs, timeout=None, return_when=ALL_COMPLETED):
    end = None if timeout is None else timeout + threading._clock()
    futures = list(dict.fromkeys(fs))
    waiter = _queue.SimpleQueue()
    done = _watch(futures, waiter)
    if len(done) < len(futures) and return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return condition: {return_when!r}")
    while len(done) < len(futures) and not _enough(done, return_when):
        left = None if end is None else end - threading._clock()
        if left is not None and left <= 0:
            break
        try:
            done.append(waiter.get(True, left))
        except _queue.Empty:
            break
    for future in futures:
        if len(done) < len(futures) and future not in done and future._done.is_set():
            done.append(future)
    _unwatch(futures, waiter)
    done = set(done)
    return DoneAndNotDoneFutures((done, set(futures) - done))


def _enough(done, return_when):
    if return_when == FIRST_COMPLETED:
        return bool(done)
    if return_when == FIRST_EXCEPTION:
        for future in done:
            if future._state != "CANCELLED" and future._exception is not None:
                return True
    return False


class DoneAndNotDoneFutures(tuple):
    @property
    def done(self):
        return self[0]

    @property
    def not_done(self):
        return self[1]

    def __repr__(self):
        return f"DoneAndNotDoneFutures(done={self[0]!r}, not_done={self[1]!r})"


class ProcessPoolExecutor:
    def __init__(self, *args, **kwargs):
        raise NotImplementedError(
            "Interleave has no ProcessPoolExecutor: processes share no memory; ThreadPoolExecutor shows threads"
        )
