# ends: deadlock
"""Dining philosophers who all take the left fork, and then wait for the right one."""

import threading
import time

SEATS = 3
forks = [threading.Lock() for _ in range(SEATS)]
everyone_has_one = threading.Barrier(SEATS)


def dine(seat):
    left, right = forks[seat], forks[(seat + 1) % SEATS]
    with left:
        everyone_has_one.wait()
        time.sleep(0.01)
        with right:
            print("philosopher", seat, "eats")


guests = [threading.Thread(target=dine, args=(seat,), name=f"philosopher {seat}") for seat in range(SEATS)]
print("dinner is served")
for guest in guests:
    guest.start()
for guest in guests:
    guest.join()
print("thank you")
