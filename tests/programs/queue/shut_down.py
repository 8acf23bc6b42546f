"""A queue that is shut down gives what is left in it, and then raises ShutDown."""

import queue
import threading

items = queue.Queue()
results = []


def take():
    try:
        while True:
            results.append(items.get())
    except queue.ShutDown:
        results.append("shut down")


worker = threading.Thread(target=take)
worker.start()
for number in range(3):
    items.put(number)
items.shutdown()
worker.join()
print(results)
try:
    items.put(4)
except queue.ShutDown as error:
    print(repr(error))
