"""A traffic light that one thread turns and another watches."""

import threading
import time
from enum import Enum


class Light(Enum):
    RED = 3
    GREEN = 2
    YELLOW = 1

    def next(self):
        lights = list(Light)
        return lights[(lights.index(self) + 1) % len(lights)]


now = Light.RED
stop = threading.Event()


def turn():
    global now
    while not stop.is_set():
        time.sleep(now.value / 5)
        now = now.next()


def watch():
    for _ in range(6):
        print(now.name.lower(), now is Light.GREEN)
        time.sleep(0.4)
    stop.set()


threads = [threading.Thread(target=turn), threading.Timer(0.1, watch)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
