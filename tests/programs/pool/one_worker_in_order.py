"""A pool of one worker runs everything in order, on one thread of its own."""

import threading
from concurrent.futures import ThreadPoolExecutor

seen = set()


def step(n):
    seen.add(threading.get_ident())
    print("step", n)


with ThreadPoolExecutor(max_workers=1) as pool:
    for n in range(4):
        pool.submit(step, n)
print(len(seen), threading.get_ident() in seen)
