"""A daemon thread does not keep the program alive."""

import threading
import time


def forever():
    while True:
        time.sleep(1)
        print("tick")


thread = threading.Thread(target=forever, daemon=True)
thread.start()
time.sleep(2.5)
print("main ends", thread.is_alive(), thread.daemon)
