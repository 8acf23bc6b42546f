"""A lock for many readers or one writer, as two context managers."""

import threading
import time
from contextlib import ExitStack, contextmanager
from operator import itemgetter


class ReadWriteLock:
    def __init__(self):
        self._changed = threading.Condition(threading.Lock())
        self._readers = 0
        self.most = 0

    @contextmanager
    def reading(self):
        with self._changed:
            self._readers += 1
            self.most = max(self.most, self._readers)
        try:
            yield
        finally:
            with self._changed:
                self._readers -= 1
                if self._readers == 0:
                    self._changed.notify_all()

    @contextmanager
    def writing(self):
        with self._changed:
            while self._readers > 0:
                self._changed.wait()
            yield


lock = ReadWriteLock()
table = {"a": 1, "b": 2}
seen = []


def read(name):
    with lock.reading():
        before = dict(table)
        time.sleep(0.2)
        seen.append((name, before == table))


def write(key):
    time.sleep(0.1)
    with lock.writing():
        table[key] = table.get(key, 0) + 10


threads = [threading.Thread(target=read, args=(n,)) for n in range(3)]
threads += [threading.Thread(target=write, args=(key,)) for key in "abc"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(seen), lock.most)
print(sorted(table.items(), key=itemgetter(1, 0)))
with ExitStack() as stack:
    for _ in range(3):
        stack.enter_context(lock.reading())
    print(lock._readers)
print(lock._readers)
