"""Dataclass objects that threads share: a lock as a field, a job queue by priority."""

import threading
from dataclasses import dataclass, field
from queue import PriorityQueue


@dataclass
class Account:
    name: str
    balance: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock, repr=False, compare=False)

    def add(self, amount):
        with self.lock:
            self.balance += amount


@dataclass(order=True)
class Job:
    priority: int
    name: str = field(compare=False)


account = Account("shared")
threads = [threading.Thread(target=account.add, args=(10,)) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(account, account == Account("shared", 40))

jobs = PriorityQueue()
for job in (Job(3, "sweep"), Job(1, "cook"), Job(2, "eat")):
    jobs.put(job)
order = []


def work():
    while not jobs.empty():
        order.append(jobs.get().name)


worker = threading.Thread(target=work)
worker.start()
worker.join()
print(order)
