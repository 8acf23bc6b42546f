"""collections.abc: what an object can do, and a mapping of one's own."""

import collections.abc
import threading
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, MutableMapping, Sequence

for thing in ([], (), {}, "", 3, len, iter([]), (item for item in ()), lambda: 0):
    kinds = [Iterable, Iterator, Mapping, Sequence, Callable, Hashable]
    print(type(thing).__name__, [kind.__name__ for kind in kinds if isinstance(thing, kind)])


class LockedDict(MutableMapping):
    def __init__(self):
        self.lock = threading.Lock()
        self.data = {}

    def __getitem__(self, key):
        with self.lock:
            return self.data[key]

    def __setitem__(self, key, value):
        with self.lock:
            self.data[key] = value

    def __delitem__(self, key):
        with self.lock:
            del self.data[key]

    def __iter__(self):
        return iter(list(self.data))

    def __len__(self):
        return len(self.data)


table = LockedDict()
threads = [threading.Thread(target=table.update, args=({name: len(name)},)) for name in ("a", "bb", "ccc")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(table.items()), table.get("zz", 0), "a" in table, table.pop("a"), table.setdefault("q", 9), len(table))
try:
    collections.abc.MutableMapping()
except TypeError as error:
    print(error)
