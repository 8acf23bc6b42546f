"""shutdown waits for what was submitted, and nothing can be submitted after it."""

import time
from concurrent.futures import ThreadPoolExecutor

done = []


def work(n):
    time.sleep(0.05)
    done.append(n)


pool = ThreadPoolExecutor(max_workers=1)
for n in range(3):
    pool.submit(work, n)
pool.shutdown()
print(done)
try:
    pool.submit(work, 9)
except RuntimeError as error:
    print("RuntimeError:", error)
quick = ThreadPoolExecutor(1)
future = quick.submit(len, "four")
quick.shutdown(wait=True)
print(future.result())
