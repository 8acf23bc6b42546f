"""Three threads print 0, odd and even numbers: 0102030405."""

from threading import Lock, Thread


class ZeroEvenOdd:
    def __init__(self, n):
        self.n = n
        self.zero_lock, self.odd_lock, self.even_lock = Lock(), Lock(), Lock()
        self.odd_lock.acquire()
        self.even_lock.acquire()
        self.out = []

    def zero(self):
        for i in range(self.n):
            self.zero_lock.acquire()
            self.out.append(0)
            (self.even_lock if i % 2 else self.odd_lock).release()

    def odd(self):
        for i in range(1, self.n + 1, 2):
            self.odd_lock.acquire()
            self.out.append(i)
            self.zero_lock.release()

    def even(self):
        for i in range(2, self.n + 1, 2):
            self.even_lock.acquire()
            self.out.append(i)
            self.zero_lock.release()


printer = ZeroEvenOdd(5)
threads = [Thread(target=method) for method in (printer.even, printer.odd, printer.zero)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print("".join(map(str, printer.out)))
