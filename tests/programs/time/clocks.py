"""The clocks go forward, and a sleep takes at least as long as it says."""

import time

before, precise = time.time(), time.perf_counter()
time.sleep(0.05)
after, later = time.time(), time.perf_counter()
print(type(before).__name__, after > before, after - before >= 0.045)
print(later - precise >= 0.045, later - precise < 5)
print(time.monotonic() <= time.monotonic(), int(before) <= int(after))
time.sleep(0)
try:
    time.sleep(-1)
except ValueError as error:
    print(error)
