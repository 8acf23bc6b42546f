"""At most so many at once; a timeout and an attempt say whether there was room."""

import threading
import time

room = threading.BoundedSemaphore(2)
inside = 0
most = 0
lock = threading.Lock()


def visit():
    global inside, most
    with room:
        with lock:
            inside += 1
            most = max(most, inside)
        time.sleep(0.2)
        with lock:
            inside -= 1


visitors = [threading.Thread(target=visit) for _ in range(5)]
for visitor in visitors:
    visitor.start()
for visitor in visitors:
    visitor.join()
print(most, inside)
print(room.acquire(), room.acquire(blocking=False), room.acquire(blocking=False), room.acquire(timeout=0.1))
room.release(2)
counter = threading.Semaphore(0)
print(counter.acquire(timeout=-1), counter.release(3), counter._value)
