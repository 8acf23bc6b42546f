import itertools as _itertools
import os as _os
import queue as _queue
import threading as _threading
from multiprocessing import TimeoutError

INIT = "INIT"
RUN = "RUN"
CLOSE = "CLOSE"
TERMINATE = "TERMINATE"


class ApplyResult:
    def __init__(self, callback, error_callback):
        self._event = _threading.Event()
        self._callback = callback
        self._error_callback = error_callback

    def ready(self):
        return self._event.is_set()

    def successful(self):
        if not self.ready():
            raise ValueError(f"{self!r} not ready")
        return self._success

    def wait(self, timeout=None):
        self._event.wait(timeout)

    def get(self, timeout=None):
        self.wait(timeout)
        if not self.ready():
            raise TimeoutError
        if self._success:
            return self._value
        raise self._value

    def _set(self, success, value):
        self._success = success
        self._value = value
        callback = self._callback if success else self._error_callback
        if callback:
            callback(value)
        self._event.set()


AsyncResult = ApplyResult


class MapResult(ApplyResult):
    def __init__(self, chunks, callback, error_callback):
        super().__init__(callback, error_callback)
        self._success = True
        self._value = [None] * chunks
        self._left = chunks
        if not chunks:
            self._value = []
            self._event.set()

    def _set_chunk(self, place, success, value):
        self._left -= 1
        if success and self._success:
            self._value[place] = value
        elif self._success:
            self._success = False
            self._value = value
        if self._left == 0:
            value = list(_itertools.chain(*self._value)) if self._success else self._value
            self._set(self._success, value)


class IMapIterator:
    def __init__(self, results, count):
        self._results = results
        self._count = count

    def __iter__(self):
        return self

    def __next__(self):
        return self.next()

    def next(self, timeout=None):
        if self._count == 0:
            raise StopIteration
        success, value = self._wait(timeout)
        self._count -= 1
        if success:
            return value
        raise value

    def _wait(self, timeout):
        result = self._results[-self._count]
        if not result._event.wait(timeout):
            raise TimeoutError
        return result._success, result._value


class IMapUnorderedIterator(IMapIterator):
    def _wait(self, timeout):
        try:
            return self._results.get(timeout=timeout)
        except _queue.Empty:
            raise TimeoutError from None


def _star(function):
    return lambda arguments: function(*arguments)


def _call(function, *args, **kwargs):
    if not __begins_itself__(function):
        __begin__()
    try:
        return True, function(*args, **kwargs)
    except Exception as error:
        return False, error


def _all(function, items):
    return [function(item) for item in items]


def worker(inqueue, initializer, initargs):
    if initializer is not None:
        initializer(*initargs)
    while (task := inqueue.get()) is not None:
        done, function, args, kwargs = task
        done(*_call(function, *args, **kwargs))


class ThreadPool:
    def __init__(self, processes=None, initializer=None, initargs=()):
        if processes is None:
            processes = _os.cpu_count()
        if processes < 1:
            raise ValueError("Number of processes must be at least 1")
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        self._processes = processes
        self._state = RUN
        self._inqueue = _queue.SimpleQueue()
        args = (self._inqueue, initializer, initargs)
        self._pool = [_threading.Thread(target=worker, args=args, daemon=True) for _ in range(processes)]
        for thread in self._pool:
            thread.start()
        # CPython has three threads more, which pass on tasks and results; their names count.
        for _ in range(3):
            _threading._new_name("")

    def _put(self, done, function, args=(), kwargs={}):
        self._check_running()
        self._inqueue.put((done, function, args, kwargs))

    def _check_running(self):
        if self._state != RUN:
            raise ValueError("Pool not running")

    def apply(self, func, args=(), kwds={}):
        return self.apply_async(func, args, kwds).get()

    def apply_async(self, func, args=(), kwds={}, callback=None, error_callback=None):
        result = ApplyResult(callback, error_callback)
        self._put(result._set, func, args, kwds)
        return result

    def map(self, func, iterable, chunksize=None):
        return self.map_async(func, iterable, chunksize).get()

    def starmap(self, func, iterable, chunksize=None):
        return self.starmap_async(func, iterable, chunksize).get()

    def starmap_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        return self.map_async(_star(func), iterable, chunksize, callback, error_callback)

    def map_async(self, func, iterable, chunksize=None, callback=None, error_callback=None):
        self._check_running()
        items = list(iterable)
        chunksize = chunksize or max(1, -(-len(items) // (self._processes * 4)))
        chunks = [items[start : start + chunksize] for start in range(0, len(items), chunksize)]
        result = MapResult(len(chunks), callback, error_callback)
        for place, chunk in enumerate(chunks):
            self._put(lambda *outcome, place=place: result._set_chunk(place, *outcome), _all, (func, chunk))
        return result

    def imap(self, func, iterable, chunksize=1):
        self._check_running()
        results = [self.apply_async(func, (item,)) for item in iterable]
        return IMapIterator(results, len(results))

    def imap_unordered(self, func, iterable, chunksize=1):
        self._check_running()
        results = _queue.SimpleQueue()
        count = 0
        for item in iterable:
            self._put(lambda *outcome: results.put(outcome), func, (item,))
            count += 1
        return IMapUnorderedIterator(results, count)

    def close(self):
        if self._state == RUN:
            self._state = CLOSE
            self._end()

    def _end(self):
        for _ in self._pool:
            self._inqueue.put(None)

    def terminate(self):
        self._state = TERMINATE
        try:
            while True:
                self._inqueue.get_nowait()
        except _queue.Empty:
            self._end()

    def join(self):
        if self._state == RUN:
            raise ValueError("Pool is still running")
        for thread in self._pool:
            thread.join()

    def __enter__(self):
        self._check_running()
        return self

    def __exit__(self, kind, error, traceback):
        self.terminate()

    def __repr__(self):
        return f"<multiprocessing.pool.ThreadPool state={self._state} pool_size={len(self._pool)}>"
