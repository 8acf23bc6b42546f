# ends: deadlock
# threads: nondeterministic
"""Three philosophers, each with the left fork in hand, all waiting for the right one."""

import threading
import time

forks = [threading.Lock() for _ in range(3)]


def dine(seat):
    with forks[seat]:
        time.sleep(0.3)
        with forks[(seat + 1) % 3]:
            print(seat, "eats")


threads = [threading.Thread(target=dine, args=(seat,)) for seat in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
