"""Sleeps of different lengths decide the order."""

import threading
import time


def nap(seconds, name):
    time.sleep(seconds)
    print(name, "woke")


threads = [
    threading.Thread(target=nap, args=(0.6, "long")),
    threading.Thread(target=nap, args=(0.2, "short")),
    threading.Thread(target=nap, args=(0.4, "middle")),
]
for thread in threads:
    thread.start()
print("all asleep")
for thread in threads:
    thread.join()
print("all awake")
