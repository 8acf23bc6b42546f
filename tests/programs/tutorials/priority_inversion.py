"""Priority inversion: a queue serves by priority, but the lock is held by someone unimportant."""

import itertools
import queue
import threading
import time

lock = threading.Lock()
jobs = queue.PriorityQueue()
number = itertools.count()
log = []


def add(priority, name, needs_lock, duration):
    jobs.put((priority, next(number), name, needs_lock, duration))


def work():
    while True:
        try:
            priority, _, name, needs_lock, duration = jobs.get(timeout=0.5)
        except queue.Empty:
            return
        if needs_lock:
            with lock:
                log.append(f"{name} has the lock")
                time.sleep(duration)
        else:
            log.append(f"{name} runs")
            time.sleep(duration)


held = threading.Event()


def unimportant():
    with lock:
        log.append("low has the lock")
        held.set()
        time.sleep(0.35)
        log.append("low lets go")


low = threading.Thread(target=unimportant)
low.start()
held.wait()
add(1, "high", True, 0.05)
add(5, "middle", False, 0.1)
add(5, "another middle", False, 0.1)
workers = [threading.Thread(target=work) for _ in range(1)]
for w in workers:
    w.start()
for w in workers + [low]:
    w.join()
print(*log, sep="\n")
