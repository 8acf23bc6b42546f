class Event:
    def __init__(self):
        self._event = _event()

    def is_set(self):
        return self._event.is_set()

    def isSet(self):
        _deprecated("isSet", "is_set()")
        return self.is_set()

    def set(self):
        self._event.set()

    def clear(self):
        self._event.clear()

    def wait(self, timeout=None):
        return self._event.wait(timeout)

    def __repr__(self):
        return f"<{_where(self)}: {'set' if self.is_set() else 'unset'}>"


class Semaphore:
    _bounded = False

    def __init__(self, value=1):
        if value < 0:
            raise ValueError("semaphore initial value must be >= 0")
        self._semaphore = _semaphore(value, self._bounded)

    def acquire(self, blocking=True, timeout=None):
        if not blocking and timeout is not None:
            raise ValueError("can't specify timeout for non-blocking acquire")
        if timeout is None:
            return self._semaphore.acquire(blocking)
        return self._semaphore.acquire(True, max(timeout, 0))

    def release(self, n=1):
        if n < 1:
            raise ValueError("n must be one or more")
        self._semaphore.release(n)

    def __enter__(self, blocking=True, timeout=None):
        return self.acquire(blocking, timeout)

    def __exit__(self, t, v, tb):
        self._semaphore.release()

    @property
    def _value(self):
        return self._semaphore._value()

    def __repr__(self):
        return f"<{_where(self)}: value={self._value}>"


class BoundedSemaphore(Semaphore):
    _bounded = True

    def __init__(self, value=1):
        Semaphore.__init__(self, value)
        self._initial_value = value

    def __repr__(self):
        return f"<{_where(self)}: value={self._value}/{self._initial_value}>"


class Condition:
    def __init__(self, lock=None):
        if lock is None:
            lock = RLock()
        self._lock = lock
        self._condition = _condition()

    def acquire(self, blocking=True, timeout=-1):
        return self._lock.acquire(blocking, timeout)

    def release(self):
        self._lock.release()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, kind, error, traceback):
        return self._lock.__exit__(kind, error, traceback)

    def _is_owned(self):
        return self._lock._is_owned()

    def wait(self, timeout=None):
        if not self._lock._is_owned():
            raise RuntimeError("cannot wait on un-acquired lock")
        depth = _enqueue(self._condition, self._lock)
        notified = _wake(self._condition, self._lock, depth, timeout)
        if not notified:
            _restore(self._lock, depth)
        return notified

    def wait_for(self, predicate, timeout=None):
        end = None
        result = predicate()
        while not result:
            left = None
            if timeout is not None:
                if end is None:
                    end = _clock() + timeout
                    left = timeout
                else:
                    left = end - _clock()
                    if left <= 0:
                        break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._lock._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        _notify(self._condition, n)

    def notify_all(self):
        if not self._lock._is_owned():
            raise RuntimeError("cannot notify on un-acquired lock")
        _notify(self._condition, 1000000)

    def notifyAll(self):
        _deprecated("notifyAll", "notify_all()")
        self.notify_all()

    def __repr__(self):
        return f"<Condition({self._lock!r}, {_waiting(self._condition)})>"
