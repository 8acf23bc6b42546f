"""Jobs by priority: a heap, a condition, states as an enumeration, results as dataclasses."""

import heapq
import itertools
import threading
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import Enum, auto
from functools import partial
from typing import Any, Callable


class Status(Enum):
    WAITING = auto()
    RUNNING = auto()
    DONE = auto()
    FAILED = auto()


@dataclass(order=True)
class Job:
    priority: int
    number: int
    work: Callable[[], Any] = field(compare=False, repr=False)
    status: Status = field(default=Status.WAITING, compare=False)
    result: Any = field(default=None, compare=False)

    @contextmanager
    def running(self):
        self.status = Status.RUNNING
        try:
            yield self
        except ArithmeticError as error:
            self.status, self.result = Status.FAILED, error
        else:
            self.status = Status.DONE


class Jobs:
    def __init__(self):
        self.heap = []
        self.numbers = itertools.count(1)
        self.changed = threading.Condition()
        self.closed = False

    def add(self, priority, work):
        with self.changed:
            heapq.heappush(self.heap, Job(priority, next(self.numbers), work))
            self.changed.notify()

    def close(self):
        with self.changed:
            self.closed = True
            self.changed.notify_all()

    def __iter__(self):
        while True:
            with self.changed:
                self.changed.wait_for(lambda: self.heap or self.closed)
                if not self.heap:
                    return
                job = heapq.heappop(self.heap)
            yield job


jobs = Jobs()
finished = []
for priority, work in [(3, partial(pow, 2, 10)), (1, lambda: 1 / 0), (2, "abc".upper), (1, partial(sum, [1, 2]))]:
    jobs.add(priority, work)


def worker():
    for job in jobs:
        with job.running():
            job.result = job.work()
        finished.append(job)


threads = [threading.Thread(target=worker, name=f"worker {n}") for n in range(1)]
for thread in threads:
    thread.start()
jobs.close()
for thread in threads:
    thread.join()
for job in finished:
    print(job, job.status.name.lower())
print({status: [job.number for job in finished if job.status is status] for status in Status})
