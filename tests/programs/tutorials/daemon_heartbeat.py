"""A daemon thread beats as long as the program lives."""

import threading
import time

beats = []


def heartbeat():
    while True:
        beats.append("tick")
        time.sleep(0.1)


threading.Thread(target=heartbeat, daemon=True, name="heart").start()
time.sleep(0.35)
print(len(beats), "beats")
print([t.name for t in threading.enumerate() if t.daemon])
print("bye")
