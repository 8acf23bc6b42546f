class BrokenBarrierError(RuntimeError):
    __module__ = "asyncio.exceptions"


class _Manager:
    async def __aenter__(self):
        await self.acquire()
        return None

    async def __aexit__(self, kind, error, traceback):
        self.release()


class _Waiters:
    def __init__(self):
        self._waiters = []

    async def _wait(self):
        future = get_running_loop().create_future()
        self._waiters.append(future)
        try:
            await future
        finally:
            self._waiters.remove(future)

    def _wake(self):
        for future in self._waiters:
            if not future.done():
                future.set_result(True)
                return True
        return False


def _state(thing, is_locked, words=("unlocked", "locked")):
    text = words[is_locked]
    waiters = f", waiters:{len(thing._waiters)}" if thing._waiters else ""
    return f"<asyncio.locks.{type(thing).__name__} object at {id(thing):#x} [{text}{waiters}]>"


class Lock(_Manager, _Waiters):
    def __init__(self):
        _Waiters.__init__(self)
        self._locked = False

    def locked(self):
        return self._locked

    async def acquire(self):
        if not self._locked and all([waiter.cancelled() for waiter in self._waiters]):
            self._locked = True
            return True
        try:
            await self._wait()
        except CancelledError:
            if not self._locked:
                self._wake()
            raise
        self._locked = True
        return True

    def release(self):
        if not self._locked:
            raise RuntimeError("Lock is not acquired.")
        self._locked = False
        self._wake()

    def __repr__(self):
        return _state(self, self._locked)


class Event(_Waiters):
    def __init__(self):
        _Waiters.__init__(self)
        self._value = False

    def is_set(self):
        return self._value

    def set(self):
        if not self._value:
            self._value = True
            while self._wake():
                pass

    def clear(self):
        self._value = False

    async def wait(self):
        if not self._value:
            await self._wait()
        return True

    def __repr__(self):
        return _state(self, self._value, ("unset", "set"))


class Condition(_Manager, _Waiters):
    def __init__(self, lock=None):
        _Waiters.__init__(self)
        self._lock = Lock() if lock is None else lock
        self.locked = self._lock.locked
        self.acquire = self._lock.acquire
        self.release = self._lock.release

    async def wait(self):
        if not self.locked():
            raise RuntimeError("cannot wait on un-acquired lock")
        self.release()
        try:
            await self._wait()
            return True
        finally:
            error = None
            while True:
                try:
                    await self.acquire()
                    break
                except CancelledError as raised:
                    error = raised
            if error is not None:
                raise error

    async def wait_for(self, predicate):
        result = predicate()
        while not result:
            await self.wait()
            result = predicate()
        return result

    def notify(self, n=1):
        if not self.locked():
            raise RuntimeError("cannot notify on un-acquired lock")
        for _ in range(n):
            if not self._wake():
                break

    def notify_all(self):
        self.notify(len(self._waiters))


class Semaphore(_Manager, _Waiters):
    def __init__(self, value=1):
        if value < 0:
            raise ValueError("Semaphore initial value must be >= 0")
        _Waiters.__init__(self)
        self._value = value

    def locked(self):
        return self._value == 0 or any([not waiter.cancelled() for waiter in self._waiters])

    async def acquire(self):
        if not self.locked():
            self._value -= 1
            return True
        try:
            await self._wait()
        except CancelledError:
            self._wake_next()
            raise
        finally:
            pass
        self._wake_next()
        return True

    # Who is woken has the value already.
    def _wake_next(self):
        while self._value > 0 and self._wake():
            self._value -= 1

    def release(self):
        self._value += 1
        self._wake_next()

    def __repr__(self):
        return _state(self, self.locked()).replace("unlocked", f"unlocked, value:{self._value}")


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        Semaphore.__init__(self, value)
        self._bound = value

    def release(self):
        if self._value >= self._bound:
            raise ValueError("BoundedSemaphore released too many times")
        Semaphore.release(self)


class Barrier:
    def __init__(self, parties):
        if parties < 1:
            raise ValueError("parties must be >= 1")
        self._condition = Condition()
        self._parties = parties
        self._state = "filling"
        self._count = 0

    async def __aenter__(self):
        return await self.wait()

    async def __aexit__(self, kind, error, traceback):
        pass

    async def wait(self):
        async with self._condition:
            await self._condition.wait_for(lambda: self._state not in ("draining", "resetting"))
            if self._state == "broken":
                raise BrokenBarrierError("Barrier aborted")
            place = self._count
            self._count += 1
            try:
                if self._count == self._parties:
                    self._state = "draining"
                    self._condition.notify_all()
                else:
                    await self._condition.wait_for(lambda: self._state != "filling")
                    if self._state in ("broken", "resetting"):
                        raise BrokenBarrierError("Abort or reset of barrier")
                return place
            finally:
                self._count -= 1
                if self._count == 0:
                    if self._state in ("resetting", "draining"):
                        self._state = "filling"
                    self._condition.notify_all()

    async def reset(self):
        async with self._condition:
            if self._count > 0:
                self._state = "resetting"
            else:
                self._state = "filling"
            self._condition.notify_all()

    async def abort(self):
        async with self._condition:
            self._state = "broken"
            self._condition.notify_all()

    @property
    def parties(self):
        return self._parties

    @property
    def n_waiting(self):
        return self._count if self._state == "filling" else 0

    @property
    def broken(self):
        return self._state == "broken"


class QueueEmpty(Exception):
    __module__ = "asyncio.queues"


class QueueFull(Exception):
    __module__ = "asyncio.queues"


class QueueShutDown(Exception):
    __module__ = "asyncio.queues"


class Queue:
    def __init__(self, maxsize=0):
        self._maxsize = maxsize
        self._getters = _Waiters()
        self._putters = _Waiters()
        self._unfinished_tasks = 0
        self._finished = Event()
        self._finished.set()
        self._shut_down = False
        self._init(maxsize)

    def _init(self, maxsize):
        self._queue = []

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}{self._shown()}>"

    def __str__(self):
        return f"<{type(self).__name__}{self._shown()}>"

    def _shown(self):
        text = f" maxsize={self._maxsize!r}"
        if self._queue:
            text += f" _queue={list(self._queue)!r}"
        for kind, waiters in (("_getters", self._getters._waiters), ("_putters", self._putters._waiters)):
            if waiters:
                text += f" {kind}[{len(waiters)}]"
        return text + f" tasks={self._unfinished_tasks}" * bool(self._unfinished_tasks)

    def _get(self):
        return self._queue.pop(0)

    def _put(self, item):
        self._queue.append(item)

    @property
    def maxsize(self):
        return self._maxsize

    def _shown(self):
        parts = [f"maxsize={self._maxsize!r}"]
        if self._queue:
            parts.append(f"_queue={list(self._queue)!r}")
        for name in ("_getters", "_putters"):
            waiting = len(getattr(self, name)._waiters)
            if waiting:
                parts.append(f"{name}[{waiting}]")
        if self._unfinished_tasks:
            parts.append(f"tasks={self._unfinished_tasks}")
        if self._shut_down:
            parts.append("shutdown")
        return " ".join(parts)

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x} {self._shown()}>"

    def __str__(self):
        return f"<{type(self).__name__} {self._shown()}>"

    def qsize(self):
        return len(self._queue)

    def empty(self):
        return not self._queue

    def full(self):
        return 0 < self._maxsize <= self.qsize()

    async def put(self, item):
        while self.full():
            if self._shut_down:
                raise QueueShutDown
            try:
                await self._putters._wait()
            except CancelledError:
                if not self.full():
                    self._putters._wake()
                raise
        return self.put_nowait(item)

    def put_nowait(self, item):
        if self._shut_down:
            raise QueueShutDown
        if self.full():
            raise QueueFull
        self._put(item)
        self._unfinished_tasks += 1
        self._finished.clear()
        self._getters._wake()

    async def get(self):
        while self.empty():
            if self._shut_down:
                raise QueueShutDown
            try:
                await self._getters._wait()
            except CancelledError:
                if not self.empty():
                    self._getters._wake()
                raise
        return self.get_nowait()

    def get_nowait(self):
        if self.empty():
            if self._shut_down:
                raise QueueShutDown
            raise QueueEmpty
        item = self._get()
        self._putters._wake()
        return item

    def task_done(self):
        if self._unfinished_tasks <= 0:
            raise ValueError("task_done() called too many times")
        self._unfinished_tasks -= 1
        if self._unfinished_tasks == 0:
            self._finished.set()

    async def join(self):
        if self._unfinished_tasks > 0:
            await self._finished.wait()

    def shutdown(self, immediate=False):
        self._shut_down = True
        if immediate:
            while not self.empty():
                self._get()
                self.task_done()
        while self._getters._wake() or self._putters._wake():
            pass

    @classmethod
    def __class_getitem__(cls, item):
        return cls


class PriorityQueue(Queue):
    def _put(self, item):
        _heapq.heappush(self._queue, item)

    def _get(self):
        return _heapq.heappop(self._queue)


class LifoQueue(Queue):
    def _get(self):
        return self._queue.pop()
