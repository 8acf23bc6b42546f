# ends: deadlock
"""The main thread joins a worker while it holds the lock that the worker needs."""

import threading

lock = threading.Lock()


def work():
    with lock:
        print("never printed")


thread = threading.Thread(target=work)
with lock:
    thread.start()
    print("waiting for the worker")
    thread.join()
