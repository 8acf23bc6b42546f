"""join waits until all that was put in is said to be done."""

import queue
import threading
import time

tasks = queue.Queue()


def work():
    while (task := tasks.get()) is not None:
        time.sleep(0.1)
        print("did", task)
        tasks.task_done()
    print("told to stop")


worker = threading.Thread(target=work)
worker.start()
for number in range(3):
    tasks.put(number)
tasks.join()
print("all done", tasks.unfinished_tasks)
tasks.put(None)
worker.join()
