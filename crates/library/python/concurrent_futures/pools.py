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
        if not __begins_itself__(self.function):
            __begin__()
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
            max_workers = min(32, __cpu_count__() + 4)
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
        _see_shutdown(self)
        if self._shutdown:
            raise RuntimeError("cannot schedule new futures after shutdown")
        if _ended():
            raise RuntimeError("cannot schedule new futures after interpreter shutdown")
        future = Future()
        future._tasks = self._tasks
        _put(self._tasks, _Task(future, fn, args, kwargs))
        if _idle(self._tasks) < 0 and len(self._workers) < self._max_workers:
            worker = threading.Thread(name=self._thread_name_prefix + "_" + str(len(self._workers)))
            self._workers.append(worker)
            worker._target = _work
            worker._args = (self,)
            worker.start()
        return future

    def shutdown(self, wait=True, *, cancel_futures=False):
        self._shutdown = True
        _show_shutdown(self)
        if cancel_futures:
            while (task := _drain(self._tasks)) is not None:
                task.future.cancel()
        _close(self._tasks)
        if wait:
            for worker in self._workers:
                worker.join()

    @property
    def _threads(self):
        _ask_for_workers()
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
            _complain("Exception in initializer:", error, 50)
            pool._broken = "A thread initializer failed, the thread pool is not usable anymore"
            while (task := _drain(pool._tasks)) is not None:
                task.future.set_exception(BrokenThreadPool(pool._broken))
            return
    rests = _told_apart()
    while True:
        task = _take(pool._tasks)
        if task is None:
            return
        task.run()
        # Whoever waited for the task may submit another before this worker is known to be idle: then one more is started.
        if rests:
            _rest(pool._tasks)
