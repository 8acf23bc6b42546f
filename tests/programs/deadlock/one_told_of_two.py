# ends: deadlock
"""Two wait for two things; whoever brings both tells one only."""
import threading

things = []
changed = threading.Condition()
arrived = threading.Semaphore(0)


def take():
    with changed:
        arrived.release()
        while not things:
            changed.wait()
        things.pop()


threads = [threading.Thread(target=take) for _ in range(2)]
for thread in threads:
    thread.start()
arrived.acquire()
arrived.acquire()
with changed:
    things.extend(["a", "b"])
    changed.notify()
for thread in threads:
    thread.join()
