"""Threads that append to one file take turns by a lock; one that reads it finds whole lines."""
import os
import threading

LOCK = threading.Lock()
PATH = "ledger.tmp"


def clerk(name, entries):
    for number in range(entries):
        with LOCK:
            with open(PATH, "a") as ledger:
                ledger.write(f"{name}:")
                ledger.write(f"{number}\n")


with open(PATH, "w"):
    pass
clerks = [threading.Thread(target=clerk, args=(name, 3)) for name in "xyz"]
for thread in clerks:
    thread.start()
for thread in clerks:
    thread.join()
with open(PATH) as ledger:
    lines = ledger.read().splitlines()
print(len(lines), sorted(lines))
os.remove(PATH)
