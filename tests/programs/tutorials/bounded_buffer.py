"""A bounded buffer made of a list and two conditions on one lock."""

import threading


class BoundedBuffer:
    def __init__(self, capacity):
        self._items = []
        self._capacity = capacity
        self._lock = threading.Lock()
        self._not_full = threading.Condition(self._lock)
        self._not_empty = threading.Condition(self._lock)
        self.most = 0

    def put(self, item):
        with self._not_full:
            while len(self._items) >= self._capacity:
                self._not_full.wait()
            self._items.append(item)
            self.most = max(self.most, len(self._items))
            self._not_empty.notify()

    def get(self):
        with self._not_empty:
            while not self._items:
                self._not_empty.wait()
            item = self._items.pop(0)
            self._not_full.notify()
            return item


def producer(buffer, start):
    for i in range(start, start + 10):
        buffer.put(i)


def consumer(buffer, taken):
    for _ in range(10):
        taken.append(buffer.get())


buffer = BoundedBuffer(4)
taken = []
workers = [threading.Thread(target=producer, args=(buffer, n)) for n in (0, 100, 200)]
workers += [threading.Thread(target=consumer, args=(buffer, taken)) for _ in range(3)]
for worker in workers:
    worker.start()
for worker in workers:
    worker.join()
print(sorted(taken) == [n + i for n in (0, 100, 200) for i in range(10)])
print("never more than", 4, "at once:", buffer.most <= 4)
