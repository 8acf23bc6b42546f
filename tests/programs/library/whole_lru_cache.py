"""A cache of the last used that threads share, with a decorator that uses it."""

import threading
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import wraps
from typing import Callable, Generic, Optional, TypeVar

K = TypeVar("K")
V = TypeVar("V")


@dataclass
class Stats:
    hits: int = 0
    misses: int = 0

    @property
    def asked(self) -> int:
        return self.hits + self.misses


class LRUCache(Generic[K, V]):
    def __init__(self, capacity: int) -> None:
        self._data: OrderedDict[K, V] = OrderedDict()
        self._lock = threading.RLock()
        self.capacity = capacity
        self.stats = Stats()

    def get(self, key: K) -> Optional[V]:
        with self._lock:
            try:
                self._data.move_to_end(key)
            except KeyError:
                self.stats.misses += 1
                return None
            self.stats.hits += 1
            return self._data[key]

    def put(self, key: K, value: V) -> None:
        with self._lock:
            self._data[key] = value
            self._data.move_to_end(key)
            while len(self) > self.capacity:
                self._data.popitem(last=False)

    def __len__(self) -> int:
        with self._lock:
            return len(self._data)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({dict(self._data)})"


def cached(cache: LRUCache) -> Callable:
    def decorate(function):
        @wraps(function)
        def wrapper(number):
            value = cache.get(number)
            if value is None:
                value = function(number)
                cache.put(number, value)
            return value

        return wrapper

    return decorate


cache: LRUCache[int, int] = LRUCache(3)


@cached(cache)
def cube(number: int) -> int:
    "The third power."
    return number**3


for number in (1, 2, 3, 1, 4, 1, 2):
    cube(number)
print(cache, cache.stats, cube.__name__, cube.__doc__)
with ThreadPoolExecutor(4) as pool:
    print(list(pool.map(cube, [5, 6, 5, 6, 7, 5])))
print(len(cache), cache.stats.asked, set(cache._data) <= {5, 6, 7})
