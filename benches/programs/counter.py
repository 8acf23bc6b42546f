"""Four threads add to one global: nothing but reads and writes of a name, and a loop."""

import threading

ROUNDS = 100_000
count = 0


def add():
    global count
    for _ in range(ROUNDS):
        count += 1


threads = [threading.Thread(target=add) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
