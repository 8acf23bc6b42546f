"""as_completed gives futures in the order in which they end."""

import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def slow(n):
    time.sleep(n / 5)
    return n * n


with ThreadPoolExecutor(max_workers=3) as pool:
    futures = {pool.submit(slow, n): n for n in (3, 1, 2)}
    for future in as_completed(futures):
        print(futures[future], future.result())
    try:
        for future in as_completed([pool.submit(slow, 1), pool.submit(slow, 4)], timeout=0.5):
            print(future.result())
    except TimeoutError as error:
        print(error)
