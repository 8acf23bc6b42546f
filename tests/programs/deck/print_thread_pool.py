# threads: nondeterministic
"""Text and end of a print, eight times on three workers: lines can be torn."""

import threading
from concurrent import futures


def report():
    me = threading.get_ident()
    print(f"text of {me}", end=f" | end of {me}\n")


with futures.ThreadPoolExecutor(max_workers=3) as pool:
    for _ in range(8):
        pool.submit(report)
