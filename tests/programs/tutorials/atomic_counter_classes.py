"""Counters with a lock, with a reentrant lock, and with a context manager of their own."""

import threading


class LockedCounter:
    def __init__(self):
        self.value = 0
        self._lock = threading.Lock()

    def increment(self):
        self._lock.acquire()
        try:
            self.value += 1
        finally:
            self._lock.release()


class ReentrantCounter(LockedCounter):
    def __init__(self):
        super().__init__()
        self._lock = threading.RLock()

    def increment(self):
        with self._lock:
            super().increment()


class ManagedCounter:
    def __init__(self):
        self.value = 0
        self._lock = threading.Lock()

    def __enter__(self):
        self._lock.acquire()
        return self

    def __exit__(self, kind, error, traceback):
        self._lock.release()
        return kind is ZeroDivisionError

    def increment(self):
        with self:
            self.value += 1


def use(counter, times):
    for _ in range(times):
        counter.increment()


for kind in (LockedCounter, ReentrantCounter, ManagedCounter):
    counter = kind()
    threads = [threading.Thread(target=use, args=(counter, 50)) for _ in range(4)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    print(f"{kind.__name__:<17} {counter.value}")
with ManagedCounter() as counter:
    1 / 0
print("the error was swallowed, the lock is free:", counter._lock.acquire(blocking=False))
