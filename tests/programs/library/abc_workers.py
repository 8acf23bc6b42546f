"""A template of worker threads: subclasses say what a step does."""

import threading
from abc import ABC, abstractmethod


class Worker(threading.Thread, ABC):
    def __init__(self, items):
        super().__init__()
        self.items = items
        self.done = []

    def run(self):
        for item in self.items:
            self.done.append(self.work(item))

    @abstractmethod
    def work(self, item): ...


class Doubler(Worker):
    def work(self, item):
        return item * 2


class Namer(Worker):
    def work(self, item):
        return f"item {item}"


workers = [Doubler([1, 2, 3]), Namer("ab")]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
    print(type(worker).__name__, worker.done)
try:
    Worker([])
except TypeError as error:
    print(error)
