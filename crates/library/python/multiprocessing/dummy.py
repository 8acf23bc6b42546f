import threading as _threading
from multiprocessing.pool import ThreadPool as _ThreadPool
from queue import Queue
from threading import Lock, RLock, Semaphore, BoundedSemaphore, Condition, Event, Barrier

JoinableQueue = Queue
current_process = _threading.current_thread


class DummyProcess(_threading.Thread):
    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}):
        super().__init__(group, target, name, args, kwargs)

    @property
    def exitcode(self):
        return 0 if self.ident is not None and not self.is_alive() else None


Process = DummyProcess


def Pool(processes=None, initializer=None, initargs=()):
    return _ThreadPool(processes, initializer, initargs)


def freeze_support():
    pass
