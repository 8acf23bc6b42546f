class Empty(Exception):
    pass


class Full(Exception):
    pass


class ShutDown(Exception):
    pass


class Queue:
    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._sync = _queue(maxsize)
        self._items = []

    def _add(self, item):
        self._items.append(item)

    def _remove(self):
        return self._items.pop(0)

    def put(self, item, block=True, timeout=None):
        if block and timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        done = _put(self._sync, block, timeout)
        if done is None:
            raise ShutDown
        if not done:
            raise Full
        self._add(item)

    def get(self, block=True, timeout=None):
        if block and timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        done = _take(self._sync, block, timeout)
        if done is None:
            raise ShutDown
        if not done:
            raise Empty
        return self._remove()

    def put_nowait(self, item):
        self.put(item, False)

    def get_nowait(self):
        return self.get(False)

    def task_done(self):
        _task_done(self._sync)

    def join(self):
        _join(self._sync)

    def qsize(self):
        return _size(self._sync)

    def empty(self):
        return _size(self._sync) == 0

    def full(self):
        return 0 < self.maxsize <= _size(self._sync)

    def shutdown(self, immediate=False):
        _close(self._sync, immediate)
        if immediate:
            self._items.clear()


class LifoQueue(Queue):
    def _remove(self):
        return self._items.pop()


class PriorityQueue(Queue):
    def _add(self, item):
        items = self._items
        low = 0
        high = len(items)
        while low < high:
            middle = (low + high) // 2
            if item < items[middle]:
                high = middle
            else:
                low = middle + 1
        items.insert(low, item)


class SimpleQueue:
    def __init__(self):
        self._sync = _queue(0)
        self._items = []

    def put(self, item, block=True, timeout=None):
        _put(self._sync, True, None)
        self._items.append(item)

    def get(self, block=True, timeout=None):
        if not _take(self._sync, block, timeout):
            raise Empty
        return self._items.pop(0)

    def put_nowait(self, item):
        self.put(item)

    def get_nowait(self):
        return self.get(False)

    def qsize(self):
        return _size(self._sync)

    def empty(self):
        return _size(self._sync) == 0
