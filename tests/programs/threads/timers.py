"""A timer calls its function after a while, unless it is cancelled."""

import threading
import time

start = time.monotonic()


def ring(what, loud=False):
    print(f"{time.monotonic() - start:.1f}", what, loud)


first = threading.Timer(0.2, ring, args=("first",), kwargs={"loud": True})
second = threading.Timer(0.4, ring, ["second"])
third = threading.Timer(0.3, ring, ["third"])
for timer in (first, second, third):
    timer.start()
print(first.interval, first.is_alive(), isinstance(first, threading.Thread))
time.sleep(0.1)
second.cancel()
second.join()
third.join()
print(first.is_alive(), first.finished.is_set())
