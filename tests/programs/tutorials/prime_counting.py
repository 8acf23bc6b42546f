"""Primes are counted by threads that take numbers from a shared counter."""

import threading
from math import isqrt


class Numbers:
    def __init__(self, stop):
        self._next = 2
        self._stop = stop
        self._lock = threading.Lock()

    def __iter__(self):
        return self

    def __next__(self):
        with self._lock:
            if self._next >= self._stop:
                raise StopIteration
            self._next += 1
            return self._next - 1


def is_prime(n):
    return n > 1 and all(n % d for d in range(2, isqrt(n) + 1))


def search(numbers, found):
    for n in numbers:
        if is_prime(n):
            found.append(n)


numbers, found = Numbers(100), []
threads = [threading.Thread(target=search, args=(numbers, found)) for _ in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(found), sorted(found)[-5:])
