"""A timer wheel: one thread fires what is due at each tick."""

import threading
import time
from collections import defaultdict


class TimerWheel:
    def __init__(self, tick):
        self.tick = tick
        self.slots = defaultdict(list)
        self.now = 0
        self.lock = threading.Lock()
        self.stopped = threading.Event()
        self.thread = threading.Thread(target=self._turn)
        self.fired = []

    def after(self, ticks, what):
        with self.lock:
            self.slots[self.now + ticks].append(what)

    def _turn(self):
        while not self.stopped.wait(self.tick):
            with self.lock:
                self.now += 1
                due = self.slots.pop(self.now, [])
            for what in due:
                self.fired.append((self.now, what))
                if what == "again":
                    self.after(2, "once more")

    def __enter__(self):
        self.thread.start()
        return self

    def __exit__(self, *exc):
        self.stopped.set()
        self.thread.join()


wheel = TimerWheel(0.1)
wheel.after(3, "tea")
wheel.after(1, "eggs")
wheel.after(2, "again")
wheel.after(3, "toast")
with wheel:
    time.sleep(0.65)
for tick, what in wheel.fired:
    print(tick, what)
