"""A bounded buffer as Java has it: a lock with two conditions, abstract classes, flags."""

from threading import Thread, RLock, Condition
from enum import IntEnum, Flag, auto, unique
import abc, functools, operator
@unique
class State(IntEnum):
    NEW = 0; RUNNABLE = 1; BLOCKED = 2; TERMINATED = 9
class Perm(Flag):
    R = auto(); W = auto(); X = auto()
    RW = R | W
class Runnable(metaclass=abc.ABCMeta):
    @abc.abstractmethod
    def run(self) -> None: pass
    @property
    @abc.abstractmethod
    def state(self): ...
    @staticmethod
    def sleep(ms): import time; time.sleep(ms / 1000)
    @classmethod
    def create(cls, *a): return cls(*a)
class Buffer:
    def __init__(self, cap):
        self._items = [None] * cap; self._put = self._take = self._count = 0
        self._lock = RLock(); self._not_full = Condition(self._lock); self._not_empty = Condition(self._lock)
    def put(self, x):
        self._lock.acquire()
        try:
            while self._count == len(self._items): self._not_full.wait()
            self._items[self._put] = x; self._put = (self._put + 1) % len(self._items); self._count += 1
            self._not_empty.notify()
        finally: self._lock.release()
    def take(self):
        with self._lock:
            while not self._count: self._not_empty.wait()
            x, self._items[self._take] = self._items[self._take], None
            self._take = (self._take + 1) % len(self._items); self._count -= 1
            self._not_full.notify()
            return x
class Producer(Runnable):
    def __init__(self, b, n): self.b, self.n, self._state = b, n, State.NEW
    @property
    def state(self): return self._state
    def run(self):
        self._state = State.RUNNABLE
        for i in range(self.n): self.b.put(i)
        self._state = State.TERMINATED
b = Buffer(2); p = Producer.create(b, 6); t = Thread(target=p.run); t.start()
print([b.take() for _ in range(6)]); t.join(); print(p.state, repr(p.state), p.state > State.NEW, State(1).name, [s.value for s in State], State["NEW"])
print(Perm.RW, Perm.R in Perm.RW, Perm.R | Perm.X, ~Perm.R & Perm.RW, bool(Perm.R & Perm.W), Perm(3))
try: Runnable()
except TypeError as e: print(e)
try: State(77)
except ValueError as e: print(e)
