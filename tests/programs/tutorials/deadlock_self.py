# ends: deadlock
"""A method with a lock calls another one that takes the same lock."""

import threading


class Counter:
    def __init__(self):
        self.value = 0
        self.lock = threading.Lock()

    def increment(self):
        with self.lock:
            self.value += 1
            self.report()

    def report(self):
        with self.lock:
            print("value is", self.value)


counter = Counter()
print("counting")
counter.increment()
print("counted")
