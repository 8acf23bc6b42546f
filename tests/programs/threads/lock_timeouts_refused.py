"""Timeouts that no lock waits for are refused, also while the lock is held."""

import threading

lock = threading.Lock()
for timeout in (-3, -0.5, 1e12):
    for blocking in ("free", "held"):
        try:
            lock.acquire(timeout=timeout)
        except (ValueError, OverflowError) as error:
            print(blocking, type(error).__name__, error)
        lock.acquire(blocking=False)
    lock.release()
