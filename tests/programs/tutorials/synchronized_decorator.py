"""A decorator makes methods synchronized, as in Java, with one reentrant lock for each object."""

import functools
import threading


def synchronized(method):
    @functools.wraps(method)
    def wrapper(self, *args, **kwargs):
        with self.__dict__.setdefault("_monitor", threading.RLock()):
            return method(self, *args, **kwargs)

    return wrapper


class Stack:
    """A stack whose every method is synchronized."""

    def __init__(self):
        self._monitor = threading.RLock()
        self._items = []

    @synchronized
    def push(self, item):
        self._items.append(item)
        return self.size()

    @synchronized
    def pop(self):
        """Takes the last item."""
        if not self._items:
            raise IndexError("the stack is empty")
        return self._items.pop()

    @synchronized
    def size(self):
        return len(self._items)


stack = Stack()


def work(start):
    for item in range(start, start + 10):
        stack.push(item)
    for _ in range(5):
        stack.pop()


threads = [threading.Thread(target=work, args=(start,)) for start in (0, 100)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(stack.size(), Stack.pop.__name__, Stack.pop.__doc__)
try:
    while True:
        stack.pop()
except IndexError as error:
    print(error)
