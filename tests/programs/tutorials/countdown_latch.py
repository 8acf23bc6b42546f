"""A latch opens when it was counted down to zero."""

import threading


class CountDownLatch:
    def __init__(self, count):
        self._count = count
        self._condition = threading.Condition()

    def count_down(self):
        with self._condition:
            self._count -= 1
            if self._count <= 0:
                self._condition.notify_all()

    def wait(self, timeout=None):
        with self._condition:
            return self._condition.wait_for(lambda: self._count <= 0, timeout)


latch = CountDownLatch(3)
loaded = []


def load(part):
    loaded.append(part)
    latch.count_down()


print("too early:", latch.wait(timeout=0.01))
for part in ("config", "database", "cache"):
    threading.Thread(target=load, args=(part,)).start()
print("in time:", latch.wait(timeout=5))
print(sorted(loaded))
