# threads: nondeterministic
"""Who has a result may submit more before the worker is known to be idle: then the pool starts another."""
import threading
from concurrent.futures import ThreadPoolExecutor


def name():
    return threading.current_thread().name[-1]


with ThreadPoolExecutor(2) as pool:
    print(pool.submit(name).result(), pool.submit(name).result())
