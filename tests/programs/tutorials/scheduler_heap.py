"""A scheduler thread runs jobs when they are due, by a heap and a condition with a timeout."""

import heapq
import itertools
import threading
import time


class Scheduler:
    def __init__(self):
        self._jobs = []
        self._order = itertools.count()
        self._changed = threading.Condition()
        self._closed = False
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def call_later(self, delay, function, *args):
        with self._changed:
            heapq.heappush(self._jobs, (time.monotonic() + delay, next(self._order), function, args))
            self._changed.notify()

    def _run(self):
        while True:
            with self._changed:
                while not self._jobs:
                    if self._closed:
                        return
                    self._changed.wait()
                due = self._jobs[0][0]
                remaining = due - time.monotonic()
                if remaining > 0:
                    self._changed.wait(remaining)
                    continue
                _, _, function, args = heapq.heappop(self._jobs)
            function(*args)

    def close(self):
        with self._changed:
            self._closed = True
            self._changed.notify()
        self._thread.join()


scheduler = Scheduler()
scheduler.call_later(0.3, print, "third")
scheduler.call_later(0.1, print, "first")
scheduler.call_later(0.2, print, "second")
scheduler.close()
print("closed")
