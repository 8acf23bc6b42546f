"""A subclass of Thread with a run method of its own."""

import threading


class Squarer(threading.Thread):
    def __init__(self, n):
        super().__init__(name=f"squarer-{n}")
        self.n = n
        self.result = None

    def run(self):
        self.result = self.n**2


workers = [Squarer(n) for n in range(4)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print([worker.result for worker in workers])
print([worker.name for worker in workers])
