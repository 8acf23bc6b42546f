"""Philosophers who put a fork down again if the other one does not come in time."""

import threading
import time


def dine(name, first, second, log):
    tries = 0
    while True:
        tries += 1
        first.acquire()
        if second.acquire(timeout=0.05 * len(name)):
            break
        first.release()
        time.sleep(0.01 * len(name))
    try:
        log.append(name)
    finally:
        second.release()
        first.release()


left, right = threading.Lock(), threading.Lock()
log = []
threads = [
    threading.Thread(target=dine, args=("Ada", left, right, log)),
    threading.Thread(target=dine, args=("Charles", right, left, log)),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(log), left.locked(), right.locked())
