"""Misuse is told by an exception."""

import threading
from threading import Barrier, BoundedSemaphore, Condition, Lock, RLock, Semaphore, Thread


class Unready(Thread):
    def __init__(self):
        pass


for attempt in (
    lambda: Lock().release(),
    lambda: RLock().release(),
    lambda: Lock().acquire(False, 1),
    lambda: Lock().acquire(True, -5),
    lambda: Lock().acquire(timeout=None),
    lambda: Semaphore(-1),
    lambda: Semaphore().release(0),
    lambda: Semaphore().acquire(False, 1),
    lambda: BoundedSemaphore(1).release(),
    lambda: Condition().wait(),
    lambda: Condition().notify(),
    lambda: Barrier(0),
    lambda: Thread(target=print).join(),
    lambda: threading.current_thread().join(),
    lambda: threading.main_thread().start(),
    lambda: setattr(threading.main_thread(), "daemon", True),
    lambda: Unready().start(),
    lambda: threading.stack_size(5),
):
    try:
        print("no error:", attempt())
    except Exception as error:
        print(type(error).__name__, error)
