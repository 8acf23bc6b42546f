# threads: nondeterministic
"""The same with a lock around print: whole lines, in any order."""

import threading
from concurrent import futures

one_line = threading.Lock()


def report():
    me = threading.get_ident()
    with one_line:
        print(f"text of {me}", end=f" | end of {me}\n")


with futures.ThreadPoolExecutor(max_workers=3) as pool:
    for _ in range(8):
        pool.submit(report)
