"""Identifiers from a generator behind a lock: none is given twice."""

import itertools
import threading


class Locked:
    def __init__(self, iterator):
        self.iterator = iterator
        self.lock = threading.Lock()

    def __iter__(self):
        return self

    def __next__(self):
        with self.lock:
            return next(self.iterator)


def identifiers(prefix):
    for number in itertools.count(1):
        yield f"{prefix}-{number:03d}"


source = Locked(identifiers("order"))
taken = {}


def take(name, count):
    taken[name] = [next(source) for _ in range(count)]


threads = [threading.Thread(target=take, args=(name, 4)) for name in "abc"]
for t in threads:
    t.start()
for t in threads:
    t.join()
everything = sorted(itertools.chain.from_iterable(taken.values()))
print(len(everything), len(set(everything)), everything[0], everything[-1])
print(next(source))
