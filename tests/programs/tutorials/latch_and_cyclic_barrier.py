"""A countdown latch and a cyclic barrier from conditions."""

import threading
class CountDownLatch:
    def __init__(self, count=1): self.count = count; self.lock = threading.Condition()
    def count_down(self):
        self.lock.acquire()
        self.count -= 1
        if self.count <= 0: self.lock.notifyAll() if hasattr(self.lock, "notifyAll") else self.lock.notify_all()
        self.lock.release()
    def wait(self):
        self.lock.acquire()
        while self.count > 0: self.lock.wait()
        self.lock.release()
class CyclicBarrier:
    def __init__(self, parties): self.parties = parties; self.waiting = 0; self.gen = 0; self.c = threading.Condition()
    def wait(self):
        with self.c:
            g = self.gen; self.waiting += 1
            if self.waiting == self.parties: self.gen += 1; self.waiting = 0; self.c.notify_all(); return 0
            while g == self.gen: self.c.wait()
            return 1
latch = CountDownLatch(3); b = CyclicBarrier(3); out = []
def w(i): out.append(i); latch.count_down(); b.wait(); 
ts = [threading.Thread(target=w, args=(i,)) for i in range(3)]
for t in ts: t.start()
latch.wait(); print(sorted(out)); [t.join() for t in ts]; print("done", b.gen)
