"""map gives its results in the order of the arguments, whoever ends first."""

import time
from concurrent import futures


def slow(n):
    time.sleep((3 - n) * 0.1)
    return n * 10


with futures.ThreadPoolExecutor(max_workers=4) as pool:
    print(list(pool.map(slow, range(4))))
    for both in pool.map(lambda a, b: a + b, [1, 2, 3], [10, 20, 30]):
        print(both)
