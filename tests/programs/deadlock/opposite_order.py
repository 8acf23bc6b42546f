# ends: deadlock
"""Two threads take the same two locks in opposite order."""

import threading
import time

fork, spoon = threading.Lock(), threading.Lock()


def eat(name, first, second, delay):
    time.sleep(delay)
    with first:
        print(name, "has one")
        time.sleep(0.4)
        with second:
            print(name, "eats")


threads = [
    threading.Thread(target=eat, args=("Ada", fork, spoon, 0)),
    threading.Thread(target=eat, args=("Bo", spoon, fork, 0.2)),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
