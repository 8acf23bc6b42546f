"""map gives what is there in time, and then raises TimeoutError."""

import time
from concurrent.futures import ThreadPoolExecutor


def slow(n):
    time.sleep(n / 5)
    return n


with ThreadPoolExecutor(max_workers=3) as pool:
    try:
        for n in pool.map(slow, [1, 2, 9], timeout=1):
            print(n)
    except TimeoutError as error:
        print(repr(error))
    future = pool.submit(slow, 3)
    try:
        future.result(timeout=0.1)
    except TimeoutError as error:
        print(repr(error), future.done())
    print(future.result(), list(pool.map(pow, [1, 2, 3], [2, 2])))
