"""multiprocessing.pool.ThreadPool: map, apply, imap, callbacks, errors, and the same as multiprocessing.dummy."""

import time
from multiprocessing.dummy import Pool
from multiprocessing.pool import ThreadPool
from threading import current_thread


def square(number):
    if number < 0:
        raise ValueError(f"{number} is negative")
    return number * number


def slow(seconds):
    time.sleep(seconds)
    return seconds


with ThreadPool(processes=3) as pool:
    print(pool.map(square, range(10)), pool.starmap(pow, [(2, 3), (3, 2)]), pool.apply(square, (4,)))
    print(list(pool.imap(square, [3, 1, 2])), list(pool.imap_unordered(slow, [0.3, 0.1, 0.2])))
    later = pool.apply_async(square, (9,), callback=lambda result: print("callback", result))
    print(later.get(timeout=5), later.ready(), later.successful())
    failed = pool.map_async(square, [1, -2, 3], error_callback=lambda error: print("error", error))
    failed.wait()
    print(failed.ready(), failed.successful())
    try:
        failed.get()
    except ValueError as error:
        print(error)
    try:
        pool.apply_async(slow, (0.5,)).get(timeout=0.1)
    except Exception as error:
        print(type(error))

try:
    pool.map(square, [1])
except ValueError as error:
    print(error)
with Pool(1) as pool:
    print(pool.map(lambda _: current_thread().name.split("-")[0], range(2)), pool.map(square, []))
    try:
        pool.join()
    except ValueError as error:
        print(error)
    pool.close()
    pool.join()
try:
    ThreadPool(0)
except ValueError as error:
    print(error)
