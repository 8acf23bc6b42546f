"""acquire, release and locked of a Lock; a release too many; acquire without waiting."""

import threading

lock = threading.Lock()
print(lock.locked(), lock.acquire(), lock.locked())
print(lock.acquire(blocking=False), lock.acquire(False))
lock.release()
print(lock.locked(), lock.acquire(blocking=False))
lock.release()
try:
    lock.release()
except RuntimeError as error:
    print("RuntimeError:", error)

with lock as entered:
    print(entered, lock.locked())
try:
    with lock:
        raise KeyError("inside")
except KeyError:
    print("let go:", not lock.locked())
