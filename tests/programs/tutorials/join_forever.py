# ends: deadlock
"""The main thread waits for a queue to be empty, but a worker forgot to say that it is done."""

import queue
import threading

tasks = queue.Queue()


def worker():
    while True:
        item = tasks.get()
        print("working on", item)
        if item != "b":
            tasks.task_done()


threading.Thread(target=worker, daemon=True).start()
for item in "abc":
    tasks.put(item)
tasks.join()
print("all work completed")
