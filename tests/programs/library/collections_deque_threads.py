"""A deque between threads: append and popleft need no lock."""

import threading
from collections import deque

tasks = deque(range(12))
done = deque()


def work():
    while True:
        try:
            task = tasks.popleft()
        except IndexError:
            return
        done.append(task * task)


workers = [threading.Thread(target=work) for _ in range(3)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print(sorted(done), len(tasks))
