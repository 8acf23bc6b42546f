"""An initializer runs first in each worker; when it fails, the pool is broken."""

import threading
from concurrent.futures import BrokenExecutor, ThreadPoolExecutor

local = threading.local()


def prepare(value):
    local.value = value


def fail():
    raise RuntimeError("not today")


with ThreadPoolExecutor(max_workers=2, initializer=prepare, initargs=(5,)) as pool:
    print(list(pool.map(lambda n: n + local.value, range(4))))
with ThreadPoolExecutor(max_workers=1, initializer=fail) as pool:
    try:
        print(pool.submit(pow, 2, 3).result())
    except BrokenExecutor as error:
        print(type(error).__name__, error)
    try:
        pool.submit(pow, 2, 3)
    except BrokenExecutor as error:
        print(error)
