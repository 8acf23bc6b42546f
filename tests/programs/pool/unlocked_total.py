# threads: nondeterministic
"""Workers add to one total with a sleep between read and write: most additions are lost."""

import time
from concurrent.futures import ThreadPoolExecutor

total = 0


def add(n):
    global total
    seen = total
    time.sleep(0.001)
    total = seen + n


with ThreadPoolExecutor(max_workers=4) as pool:
    for n in range(1, 9):
        pool.submit(add, n)
print(total, "of", sum(range(1, 9)))
