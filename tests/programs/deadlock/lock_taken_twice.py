# ends: deadlock
"""A thread waits for a Lock that it holds itself."""

import threading

lock = threading.Lock()


def outer():
    with lock:
        print("outer has the lock")
        inner()


def inner():
    print("inner wants it too")
    with lock:
        print("never printed")


thread = threading.Thread(target=outer)
thread.start()
thread.join()
print("never reached")
