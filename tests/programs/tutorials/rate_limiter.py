"""A token bucket lets only so many calls through in a second."""

import threading
import time


class RateLimiter:
    def __init__(self, per_second, burst):
        self.interval = 1 / per_second
        self.tokens = burst
        self.burst = burst
        self.updated = time.monotonic()
        self.lock = threading.Lock()

    def _refill(self):
        now = time.monotonic()
        new = int((now - self.updated) / self.interval)
        if new > 0:
            self.tokens = min(self.burst, self.tokens + new)
            self.updated += new * self.interval

    def acquire(self):
        while True:
            with self.lock:
                self._refill()
                if self.tokens > 0:
                    self.tokens -= 1
                    return
            time.sleep(self.interval / 2)


limiter = RateLimiter(per_second=10, burst=2)
started = time.monotonic()
finished = []


def call(number):
    limiter.acquire()
    finished.append(time.monotonic() - started)


threads = [threading.Thread(target=call, args=(n,)) for n in range(6)]
for t in threads:
    t.start()
for t in threads:
    t.join()
finished.sort()
print("at once:", sum(1 for at in finished if at < 0.05))
print("all done after at least 0.4 s:", finished[-1] >= 0.39)
