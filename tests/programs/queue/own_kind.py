"""A queue of one's own kind: each item only once."""

import queue
import threading


class UniqueQueue(queue.Queue):
    def _init(self, maxsize):
        self.items = []

    def _put(self, item):
        if item not in self.items:
            self.items.append(item)

    def _get(self):
        return self.items.pop(0)

    def _qsize(self):
        return len(self.items)


unique = UniqueQueue()
threads = [threading.Thread(target=unique.put, args=(number % 2,)) for number in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(unique.qsize(), sorted([unique.get(), unique.get()]), unique.empty())
