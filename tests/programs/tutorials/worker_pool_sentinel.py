"""A pool of workers that a sentinel each sends home."""

import queue
import threading


class WorkerPool:
    def __init__(self, size):
        self.tasks = queue.Queue()
        self.results = queue.Queue()
        self.workers = [threading.Thread(target=self._work, name=f"worker-{n}") for n in range(size)]
        for worker in self.workers:
            worker.start()

    def _work(self):
        while True:
            task = self.tasks.get()
            if task is None:
                break
            function, args = task
            try:
                self.results.put((args, function(*args), None))
            except Exception as error:
                self.results.put((args, None, error))

    def submit(self, function, *args):
        self.tasks.put((function, args))

    def close(self):
        for _ in self.workers:
            self.tasks.put(None)
        for worker in self.workers:
            worker.join()
        found = []
        while not self.results.empty():
            found.append(self.results.get())
        return sorted(found, key=lambda result: result[0])


def inverse(n):
    return round(1 / n, 3)


pool = WorkerPool(3)
for n in (4, 2, 0, 8, 1):
    pool.submit(inverse, n)
for args, value, error in pool.close():
    print(args, "->", value if error is None else f"{type(error).__name__}: {error}")
print([worker.is_alive() for worker in pool.workers])
