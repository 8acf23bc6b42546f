"""A car park with a counting semaphore: cars that find no place wait."""

import threading
import time

places = threading.Semaphore(2)
guard = threading.Lock()
parked = set()
most = 0


def car(name, stay):
    global most
    with places:
        with guard:
            parked.add(name)
            most = max(most, len(parked))
        time.sleep(stay)
        with guard:
            parked.remove(name)


cars = [threading.Thread(target=car, args=(f"car {n}", 0.1 * n)) for n in range(1, 6)]
for c in cars:
    c.start()
for c in cars:
    c.join()
print("most at once:", most, "left:", sorted(parked))

try:
    bounded = threading.BoundedSemaphore(1)
    bounded.release()
except ValueError as error:
    print(error)
print(places.acquire(blocking=False), places.acquire(timeout=0.1), places.acquire(timeout=0.1))
