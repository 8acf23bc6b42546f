"""An uncaught exception ends its thread only, with a traceback on stderr."""

import threading


def work(n):
    print("working on", n)
    return 10 // n


for n in (5, 0, 2):
    thread = threading.Thread(target=work, args=(n,), name=f"worker {n}")
    thread.start()
    thread.join()
print("main goes on")
