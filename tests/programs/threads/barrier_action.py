"""A barrier's action runs once for each time it opens; who comes too late breaks it."""

import threading
import time

opened = []
barrier = threading.Barrier(3, action=lambda: opened.append("open"), timeout=5)


def meet(results):
    results.append(barrier.wait())
    results.append(barrier.wait())


results = []
threads = [threading.Thread(target=meet, args=(results,)) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(results), opened, barrier.n_waiting, barrier.broken)


def alone(seconds):
    try:
        barrier.wait(seconds)
    except threading.BrokenBarrierError as error:
        print("broken", repr(error), barrier.broken)


alone(0.1)
alone(None)
barrier.reset()
waiter = threading.Thread(target=alone, args=(None,))
waiter.start()
time.sleep(0.1)
print(barrier.n_waiting)
barrier.abort()
waiter.join()
