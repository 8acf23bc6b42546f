class Empty(Exception):
    __module__ = "_queue"


class Full(Exception):
    pass


class ShutDown(Exception):
    pass


class deque(list):
    __module__ = "collections"

    def popleft(self):
        return self.pop(0)

    def appendleft(self, item):
        self.insert(0, item)

    def __repr__(self):
        return f"deque({list.__repr__(self)})"


# A subclass's own methods, and comparisons of what is put, may be the program's: while they run, others wait.
class Queue:
    _held = False

    def __init__(self, maxsize=0):
        self.maxsize = maxsize
        self._sync = _queue(maxsize)
        own = type(self)
        if own._put is not Queue._put or own._get is not Queue._get or own._qsize is not Queue._qsize:
            self._held = own not in (Queue, LifoQueue)
        self._init(maxsize)

    def _init(self, maxsize):
        self.queue = deque()

    def _put(self, item):
        self.queue.append(item)

    def _get(self):
        return self.queue.pop(0)

    def _qsize(self):
        return len(self.queue)

    def put(self, item, block=True, timeout=None):
        if self.maxsize > 0 and block and timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        done = _put(self._sync, block, timeout, self._held, getattr(self, "queue", None))
        if done is None:
            raise ShutDown
        if not done:
            raise Full
        if not self._held:
            self._put(item)
            return
        try:
            self._put(item)
        finally:
            _free(self._sync, self._qsize())

    def get(self, block=True, timeout=None):
        if block and timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
        done = _take(self._sync, block, timeout, self._held, getattr(self, "queue", None))
        if done is None:
            raise ShutDown
        if not done:
            raise Empty
        if not self._held:
            return self._get()
        try:
            return self._get()
        finally:
            _free(self._sync, self._qsize())

    def put_nowait(self, item):
        return self.put(item, block=False)

    def get_nowait(self):
        return self.get(block=False)

    def task_done(self):
        _task_done(self._sync)

    def join(self):
        _join(self._sync)

    def qsize(self):
        return _size(self._sync, getattr(self, "queue", None))

    def empty(self):
        return not _size(self._sync, getattr(self, "queue", None))

    def full(self):
        return 0 < self.maxsize <= _size(self._sync, getattr(self, "queue", None))

    @property
    def unfinished_tasks(self):
        return _unfinished(self._sync)

    @property
    def is_shutdown(self):
        return _is_closed(self._sync)

    __class_getitem__ = classmethod(__GenericAlias__)

    @property
    def mutex(self):
        if not hasattr(self, "_mutex"):
            self._mutex = __lock__()
        return self._mutex

    def shutdown(self, immediate=False):
        _close(self._sync, immediate)
        if immediate:
            self.queue.clear()


class LifoQueue(Queue):
    def _init(self, maxsize):
        self.queue = []

    def _get(self):
        return self.queue.pop()


class PriorityQueue(Queue):
    def _init(self, maxsize):
        self.queue = []

    def _put(self, item):
        heap = self.queue
        heap.append(item)
        _rise(heap, 0, len(heap) - 1)

    def _get(self):
        heap = self.queue
        item = heap.pop()
        if not heap:
            return item
        first = heap[0]
        end = len(heap)
        place = 0
        child = 1
        while child < end:
            if child + 1 < end and not heap[child] < heap[child + 1]:
                child += 1
            heap[place] = heap[child]
            place = child
            child = 2 * place + 1
        heap[place] = item
        _rise(heap, 0, place)
        return first


# Lets an item of a heap rise to its place.
def _rise(heap, start, place):
    item = heap[place]
    while place > start:
        above = (place - 1) >> 1
        if not item < heap[above]:
            break
        heap[place] = heap[above]
        place = above
    heap[place] = item


class SimpleQueue:
    __module__ = "_queue"
    __class_getitem__ = classmethod(__GenericAlias__)

    def __init__(self):
        self._sync = _queue(0)
        self._items = []

    def put(self, item, block=True, timeout=None):
        _put(self._sync, True, None)
        self._items.append(item)

    def get(self, block=True, timeout=None):
        if block and timeout is not None and timeout < 0:
            raise ValueError("'timeout' must be a non-negative number")
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
        return not _size(self._sync)
