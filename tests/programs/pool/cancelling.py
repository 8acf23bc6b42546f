"""A future can be cancelled until its task has begun."""

import threading
import time
from concurrent.futures import CancelledError, ThreadPoolExecutor


def work(n):
    time.sleep(0.3)
    return n, threading.current_thread().name


pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="worker")
first, second, third = [pool.submit(work, n) for n in range(3)]
second.add_done_callback(lambda future: print("called back:", future.cancelled()))
time.sleep(0.1)
print(first.running(), first.cancel(), second.cancel(), second.cancelled(), second.done(), second.cancel())
print(repr(second).split("=")[1], third.result(), first.cancel())
try:
    second.result()
except CancelledError as error:
    print(repr(error))
left = [pool.submit(work, n) for n in range(4)]
time.sleep(0.1)
pool.shutdown(wait=True, cancel_futures=True)
print([future.cancelled() for future in left])
