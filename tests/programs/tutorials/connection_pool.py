"""A pool of connections: a semaphore counts them, a context manager gives them back."""

import threading
import time
from contextlib import contextmanager


class Connection:
    def __init__(self, number):
        self.number = number
        self.queries = 0

    def query(self, sql):
        self.queries += 1
        time.sleep(0.02)
        return f"{sql} -> ok"


class ConnectionPool:
    def __init__(self, size):
        self._free = [Connection(n) for n in range(1, size + 1)]
        self._all = list(self._free)
        self._lock = threading.Lock()
        self._available = threading.BoundedSemaphore(size)
        self.in_use = 0
        self.peak = 0

    @contextmanager
    def connection(self):
        with self._available:
            with self._lock:
                connection = self._free.pop()
                self.in_use += 1
                self.peak = max(self.peak, self.in_use)
            try:
                yield connection
            finally:
                with self._lock:
                    self.in_use -= 1
                    self._free.append(connection)

    def total(self):
        return sum(connection.queries for connection in self._all)


pool = ConnectionPool(3)
results = []


def client(name):
    with pool.connection() as connection:
        results.append(connection.query(f"SELECT {name}"))


clients = [threading.Thread(target=client, args=(name,)) for name in range(10)]
for c in clients:
    c.start()
for c in clients:
    c.join()
print(pool.total(), "queries, at most three at once:", pool.peak <= 3)
print(sorted(results)[:3])
