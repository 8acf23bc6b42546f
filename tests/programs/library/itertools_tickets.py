"""next() of a count is one operation: no two threads get the same ticket."""

import itertools
import threading

tickets = itertools.count(1)
drawn = []


def draw():
    for _ in range(5):
        drawn.append(next(tickets))


threads = [threading.Thread(target=draw) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(drawn), len(set(drawn)), sorted(drawn) == list(range(1, 21)), next(tickets))
