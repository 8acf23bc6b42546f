"""wait returns when the first has ended, when one has failed, when all have, or when the time is over."""

import time
from concurrent.futures import ALL_COMPLETED, FIRST_COMPLETED, FIRST_EXCEPTION, ThreadPoolExecutor, wait


def slow(n):
    time.sleep(abs(n) / 5)
    if n < 0:
        raise ValueError(n)
    return n


with ThreadPoolExecutor(max_workers=4) as pool:
    futures = [pool.submit(slow, n) for n in (1, 2, 3)]
    for how in ({"return_when": FIRST_COMPLETED}, {"timeout": 0.1}, {"return_when": ALL_COMPLETED}):
        done, running = wait(futures, **how)
        print(sorted(future.result() for future in done), len(running))
    result = wait([pool.submit(slow, -1), pool.submit(slow, 3)], return_when=FIRST_EXCEPTION)
    print(len(result.done), len(result.not_done), repr(result.done.pop().exception()))
print(wait([]))
