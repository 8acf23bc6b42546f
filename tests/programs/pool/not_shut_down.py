"""A pool that nobody shuts down ends with the program, after its tasks."""

import time
from concurrent.futures import ThreadPoolExecutor


def late(n):
    time.sleep(n / 5)
    print("late", n)


pool = ThreadPoolExecutor(max_workers=2)
print(pool.submit(pow, 2, 10).result())
for number in (1, 2, 4):
    pool.submit(late, number)
print("main ends")
