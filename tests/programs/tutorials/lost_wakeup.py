# ends: deadlock
"""A lost wakeup: the signal is given before anyone waits for it."""

import threading
import time

ready = threading.Condition()


def prepare():
    with ready:
        print("ready, telling whoever waits")
        ready.notify()


def wait_for_it():
    time.sleep(0.1)
    with ready:
        print("waiting, without asking whether it has happened")
        ready.wait()
    print("never printed")


threads = [threading.Thread(target=prepare), threading.Thread(target=wait_for_it)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
