"""A traffic light is an event: cars go while it is set."""

import threading
import time

green = threading.Event()
log = []


def light():
    for colour in ("red", "green", "red"):
        log.append(colour)
        if colour == "green":
            green.set()
        else:
            green.clear()
        time.sleep(0.3)


def car(name, arrives):
    time.sleep(arrives)
    if not green.is_set():
        log.append(f"{name} stops")
        if not green.wait(timeout=1):
            log.append(f"{name} turns back")
            return
    log.append(f"{name} goes")


threads = [threading.Thread(target=light)]
threads += [threading.Thread(target=car, args=args) for args in (("a", 0.1), ("b", 0.42), ("c", 0.7))]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(*log, sep=" | ")
