"""The clock of the run goes on with what is slept."""

import time

start = time.time()
counter = time.perf_counter()
time.sleep(1.5)
print(1.4 < time.time() - start < 1.9, 1.4 < time.perf_counter() - counter < 1.9)
print(time.localtime(start).tm_year >= 2024, len(time.ctime()), time.mktime(time.localtime(start)) == int(start))
print(time.time_ns() > 10**18, time.monotonic() <= time.monotonic(), len(time.strftime("%H:%M:%S")))
