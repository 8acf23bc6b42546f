"""done() before and after; result with a timeout."""

import time
from concurrent.futures import ThreadPoolExecutor


def slow(seconds):
    time.sleep(seconds)
    return seconds


with ThreadPoolExecutor(max_workers=2) as pool:
    future = pool.submit(slow, 0.3)
    print(future.done())
    try:
        future.result(timeout=0.05)
    except TimeoutError:
        print("not yet")
    print(future.result(), future.done())
