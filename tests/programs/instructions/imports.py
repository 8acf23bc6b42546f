"""import in its forms, at module level and in a function."""

import concurrent.futures
import sys, threading as th
from concurrent import futures as pools
from threading import Lock, current_thread as current
from time import (
    perf_counter,
    sleep as nap,
)


def inside():
    import time as clock
    from threading import RLock

    return clock.sleep is nap, RLock is not Lock


print(concurrent.futures is pools, th.Lock is Lock, current().name)
print(sys.getswitchinterval(), perf_counter() > 0)
print(inside())
