"""The names of a pool's workers, and that they are used again."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor


def name(delay):
    time.sleep(delay)
    return threading.current_thread().name


with ThreadPoolExecutor(max_workers=2, thread_name_prefix="teller") as pool:
    futures = [pool.submit(name, delay) for delay in (0.1, 0.2)]
    print(sorted(future.result() for future in futures))
with ThreadPoolExecutor(max_workers=1) as pool:
    print(len({pool.submit(name, 0).result() for _ in range(3)}))
