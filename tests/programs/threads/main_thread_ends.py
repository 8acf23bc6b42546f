"""A thread outlives the main thread: who waits for that, and what it sees then."""

import atexit
import threading
import time

atexit.register(print, "atexit")


def watch():
    threading.main_thread().join()
    print("main has ended:", not threading.main_thread().is_alive())
    print([thread.name for thread in threading.enumerate()], threading.active_count())
    while threading.main_thread().is_alive():
        time.sleep(0.1)
    print("watcher ends")


threading.Thread(target=watch, name="watcher").start()
time.sleep(0.2)
print("main ends")
