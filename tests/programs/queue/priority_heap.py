"""A priority queue gives the smallest first, whoever says what is smaller."""

import queue


class Job:
    def __init__(self, priority, name):
        self.priority = priority
        self.name = name

    def __lt__(self, other):
        return self.priority < other.priority


jobs = queue.PriorityQueue()
for priority, name in ((3, "c"), (1, "a"), (2, "b"), (1, "A"), (1, "aa"), (2, "B"), (3, "C")):
    jobs.put(Job(priority, name))
print([jobs.get().name for _ in range(7)])
pairs = queue.PriorityQueue()
for pair in ((3, "c"), (1, "a"), (2, "b"), (1, "A")):
    pairs.put(pair)
print([pairs.get() for _ in range(4)], pairs.empty())
pairs.put((1, {}))
try:
    pairs.put((1, {}))
except TypeError as error:
    print(error)
