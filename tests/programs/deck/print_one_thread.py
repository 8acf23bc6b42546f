"""Text and end of a print, five times on one thread: whole lines."""

import threading


def report():
    me = threading.current_thread().name
    print(f"text of {me}", end=f" | end of {me}\n")


for _ in range(5):
    report()
