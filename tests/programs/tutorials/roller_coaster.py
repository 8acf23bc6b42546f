"""The roller coaster: passengers board and leave by counted semaphores."""

import threading
class Coaster:
    def __init__(self, cap): self.cap = cap; self.m = threading.Lock(); self.boardq = threading.Semaphore(0); self.unboardq = threading.Semaphore(0); self.all_ab = threading.Semaphore(0); self.all_as = threading.Semaphore(0); self.b = self.u = 0; self.events = []
    def car(self, rides):
        for r in range(rides):
            self.boardq.release(self.cap); self.all_ab.acquire(); self.events.append("run")
            self.unboardq.release(self.cap); self.all_as.acquire()
    def passenger(self, i):
        self.boardq.acquire()
        with self.m:
            self.b += 1
            if self.b == self.cap: self.all_ab.release(); self.b = 0
        self.unboardq.acquire()
        with self.m:
            self.u += 1
            if self.u == self.cap: self.all_as.release(); self.u = 0
c = Coaster(4); ts = [threading.Thread(target=c.car, args=(3,))] + [threading.Thread(target=c.passenger, args=(i,)) for i in range(12)]
[t.start() for t in ts]; [t.join() for t in ts]; print(c.events)
