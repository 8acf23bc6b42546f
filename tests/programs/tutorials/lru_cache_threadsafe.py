"""A cache of a fixed size that forgets what was used longest ago, behind a lock."""

import threading
from collections import OrderedDict


class LRUCache:
    def __init__(self, capacity):
        self.capacity = capacity
        self._items = OrderedDict()
        self._lock = threading.RLock()
        self.hits = self.misses = 0

    def get(self, key, compute):
        with self._lock:
            if key in self._items:
                self.hits += 1
                self._items.move_to_end(key)
                return self._items[key]
            self.misses += 1
            value = compute(key)
            self.put(key, value)
            return value

    def put(self, key, value):
        with self._lock:
            self._items[key] = value
            self._items.move_to_end(key)
            while len(self._items) > self.capacity:
                self._items.popitem(last=False)

    def __len__(self):
        return len(self._items)

    def __repr__(self):
        return f"LRUCache({list(self._items)})"


small = LRUCache(2)
for key in "abacb":
    small.get(key, str.upper)
print(small, small.hits, small.misses)

cache = LRUCache(10)
wrong = []


def worker(seed):
    for i in range(30):
        key = (i * seed) % 15
        if cache.get(key, lambda k: k * k) != key * key:
            wrong.append(key)


threads = [threading.Thread(target=worker, args=(seed,)) for seed in (1, 2, 7)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(cache), cache.hits + cache.misses, wrong)
