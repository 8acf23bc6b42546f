"""Who comes first holds the lock while it sleeps; the other one waits for it."""

import threading
import time

lock = threading.Lock()


def visit(name, delay):
    time.sleep(delay)
    print(name, "at the door")
    with lock:
        print(name, "in")
        time.sleep(0.4)
        print(name, "out")


threads = [threading.Thread(target=visit, args=args) for args in (("first", 0), ("second", 0.2))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
