_number = 0
_current = {}


class Task(Future):
    def __init__(self, coro, *, loop=None, name=None, context=None, eager_start=False):
        global _number
        if not iscoroutine(coro):
            raise TypeError(f"a coroutine was expected, got {coro!r}")
        Future.__init__(self, loop=loop)
        if name is None:
            _number += 1
            name = f"Task-{_number}"
        self._name = str(name)
        self._coro = coro
        self._code = getattr(coro, "cr_code", None)
        self._context = context or _contextvars.copy_context()
        self._waiter = None
        self._must_cancel = False
        self._cancels = 0
        self._loop._tasks.append(self)
        self._loop.call_soon(self._step, context=self._context)

    def get_name(self):
        return self._name

    def set_name(self, value):
        self._name = str(value)

    def get_coro(self):
        return self._coro

    def get_context(self):
        return self._context

    def set_result(self, result):
        raise RuntimeError("Task does not support set_result operation")

    def set_exception(self, exception):
        raise RuntimeError("Task does not support set_exception operation")

    def cancel(self, msg=None):
        if self.done():
            return False
        self._cancels += 1
        if self._waiter is not None and self._waiter.cancel(msg):
            return True
        self._must_cancel = True
        self._cancel_message = msg
        return True

    def cancelling(self):
        return self._cancels

    def uncancel(self):
        if self._cancels > 0:
            self._cancels -= 1
            if self._cancels == 0:
                self._must_cancel = False
        return self._cancels

    def _end(self):
        if self in self._loop._tasks:
            self._loop._tasks.remove(self)

    def _step(self, error=None):
        if self._must_cancel:
            if not isinstance(error, CancelledError):
                error = self._cancelled_error()
            self._must_cancel = False
        self._waiter = None
        before = _current.get(self._loop)
        _current[self._loop] = self
        try:
            waits = self._coro.send(None) if error is None else self._coro.throw(error)
        except StopIteration as stop:
            self._end()
            if self._must_cancel:
                self._must_cancel = False
                Future.cancel(self, self._cancel_message)
            else:
                Future.set_result(self, stop.value)
        except CancelledError as cancelled:
            self._end()
            Future.cancel(self, cancelled.args[0] if cancelled.args else None)
        except (KeyboardInterrupt, SystemExit) as raised:
            self._end()
            Future.set_exception(self, raised)
            raise
        except BaseException as raised:
            self._end()
            Future.set_exception(self, raised)
            self._loop._failed.append(self)
        else:
            self._wait_for(waits)
        finally:
            _current[self._loop] = before

    def _wait_for(self, waits):
        if waits is None:
            self._loop.call_soon(self._step, context=self._context)
        elif waits is self:
            self._loop.call_soon(self._step, RuntimeError(f"Task cannot await on itself: {self!r}"), context=self._context)
        elif isinstance(waits, Future):
            if waits._loop is not self._loop:
                wrong = RuntimeError(f"Task {self!r} got Future {waits!r} attached to a different loop")
                self._loop.call_soon(self._step, wrong, context=self._context)
                return
            waits.add_done_callback(self._wakeup, context=self._context)
            self._waiter = waits
            if self._must_cancel and waits.cancel(self._cancel_message):
                self._must_cancel = False
        else:
            self._loop.call_soon(self._step, RuntimeError(f"Task got bad yield: {waits!r}"), context=self._context)

    def _wakeup(self, future):
        try:
            future.result()
        except BaseException as error:
            self._step(error)
        else:
            self._step()

    def _shown(self):
        parts = Future._shown(self)
        place = "running" if not self.done() else "done"
        if self._code is not None:
            file, line = self._code.co_filename, getattr(self._coro, "__line__", None)
            if self.done():
                place += f", defined at {file}:{self._code.co_firstlineno}"
            elif line is not None:
                place += f" at {file}:{line}"
        if self._cancels and not self.done():
            parts[0] = "cancelling"
        parts[1:1] = [f"name={self._name!r}", f"coro=<{self._coro.__qualname__}() {place}>"]
        if self._waiter is not None:
            parts[3:3] = [f"wait_for={self._waiter!r}"]
        return parts


def iscoroutine(obj):
    return type(obj) is __coroutine__


def iscoroutinefunction(func):
    return __is_coroutine_function__(func)


def current_task(loop=None):
    return _current.get(loop or get_running_loop())


def all_tasks(loop=None):
    return set((loop or get_running_loop())._tasks)


def create_task(coro, *, name=None, context=None):
    return get_running_loop().create_task(coro, name=name, context=context)


def ensure_future(coro_or_future, *, loop=None):
    if isinstance(coro_or_future, Future):
        if loop is not None and loop is not coro_or_future._loop:
            raise ValueError("The future belongs to a different loop than the one specified as the loop argument")
        return coro_or_future
    loop = get_event_loop() if loop is None else loop
    if iscoroutine(coro_or_future):
        return loop.create_task(coro_or_future)
    if hasattr(type(coro_or_future), "__await__"):
        return loop.create_task(_awaited(coro_or_future))
    raise TypeError("An asyncio.Future, a coroutine or an awaitable is required")


async def _awaited(awaitable):
    return await awaitable


class _Now:
    def __await__(self):
        yield


async def sleep(delay, result=None):
    if delay != delay:
        raise ValueError("Invalid delay: NaN (not a number)")
    if delay <= 0:
        await _Now()
        return result
    loop = get_running_loop()
    future = loop.create_future()
    handle = loop.call_later(delay, _set_result, future, result)
    try:
        return await future
    finally:
        handle.cancel()


def _set_result(future, result):
    if not future.done():
        future.set_result(result)


class _Gathering(Future):
    def __init__(self, children, loop):
        Future.__init__(self, loop=loop)
        self._children = children
        self._cancel_requested = False

    def cancel(self, msg=None):
        if self.done():
            return False
        cancelled = False
        for child in self._children:
            if child.cancel(msg):
                cancelled = True
        if cancelled:
            self._cancel_requested = True
        return cancelled


def gather(*coros_or_futures, return_exceptions=False):
    loop = _running_loop()
    if loop is None:
        own = [one._loop for one in coros_or_futures if isinstance(one, Future)]
        loop = own[0] if own else get_event_loop()
    if not coros_or_futures:
        outer = loop.create_future()
        outer.set_result([])
        return outer
    known = {}
    children = []
    for one in coros_or_futures:
        if id(one) not in known:
            known[id(one)] = ensure_future(one, loop=loop)
        children.append(known[id(one)])
    left = [len(known)]
    outer = _Gathering(children, loop)

    def finished(child):
        left[0] -= 1
        if outer.done():
            if not child.cancelled():
                child.exception()
            return
        if not return_exceptions:
            if child.cancelled():
                outer.set_exception(child._cancelled_error())
                return
            if child.exception() is not None:
                outer.set_exception(child.exception())
                return
        if left[0] == 0:
            results = []
            for one in children:
                if one.cancelled():
                    message = one._cancel_message
                    results.append(CancelledError("" if message is None else message))
                elif one.exception() is not None:
                    results.append(one.exception())
                else:
                    results.append(one.result())
            if outer._cancel_requested:
                outer.set_exception(CancelledError())
            else:
                outer.set_result(results)

    for child in known.values():
        child.add_done_callback(finished)
    return outer


async def wait(fs, *, timeout=None, return_when=ALL_COMPLETED):
    if isinstance(fs, Future) or iscoroutine(fs):
        raise TypeError(f"expect a list of futures, not {type(fs).__name__}")
    if not fs:
        raise ValueError("Set of Tasks/Futures is empty.")
    if return_when not in (FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED):
        raise ValueError(f"Invalid return_when value: {return_when}")
    fs = list(dict.fromkeys(fs))
    if any([iscoroutine(one) for one in fs]):
        raise TypeError("Passing coroutines is forbidden, use tasks explicitly.")
    loop = get_running_loop()
    waiter = loop.create_future()

    def is_enough():
        done = [one for one in fs if one.done()]
        if len(done) == len(fs) or return_when == FIRST_COMPLETED and done:
            return True
        return return_when == FIRST_EXCEPTION and any(
            [not one.cancelled() and one.exception() is not None for one in done]
        )

    def finished(future):
        if is_enough() and not waiter.done():
            waiter.set_result(None)

    if not is_enough():
        handle = None
        if timeout is not None:
            handle = loop.call_later(timeout, _set_result, waiter, None)
        for one in fs:
            one.add_done_callback(finished)
        try:
            await waiter
        finally:
            if handle is not None:
                handle.cancel()
            for one in fs:
                one.remove_done_callback(finished)
    done = {one for one in fs if one.done()}
    return done, {one for one in fs if not one.done()}


class Timeout:
    def __init__(self, when):
        self._when = when
        self._task = None
        self._handle = None
        self._state = "created"

    def when(self):
        return self._when

    def expired(self):
        return self._state in ("expiring", "expired")

    def reschedule(self, when):
        if self._state != "active":
            raise RuntimeError(f"Cannot change state of {self._state} Timeout")
        self._when = when
        if self._handle is not None:
            self._handle.cancel()
        if when is None:
            self._handle = None
        elif when <= get_running_loop().time():
            self._handle = get_running_loop().call_soon(self._on_timeout)
        else:
            self._handle = get_running_loop().call_at(when, self._on_timeout)

    def _on_timeout(self):
        self._task.cancel()
        self._state = "expiring"
        self._handle = None

    async def __aenter__(self):
        if self._state != "created":
            raise RuntimeError("Timeout has already been entered")
        task = current_task()
        if task is None:
            raise RuntimeError("Timeout should be used inside a task")
        self._state = "active"
        self._task = task
        self._cancels = task.cancelling()
        self.reschedule(self._when)
        return self

    async def __aexit__(self, kind, error, traceback):
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
        if self._state == "expiring":
            self._state = "expired"
            if self._task.uncancel() <= self._cancels and kind is not None and issubclass(kind, CancelledError):
                raise TimeoutError from error
        else:
            self._state = "exited"


def timeout(delay):
    return Timeout(None if delay is None else get_running_loop().time() + delay)


def timeout_at(when):
    return Timeout(when)


async def wait_for(fut, timeout):
    if timeout is not None and timeout <= 0:
        fut = ensure_future(fut)
        if fut.done():
            return fut.result()
        fut.cancel()
        try:
            await fut
        except CancelledError as error:
            raise TimeoutError from error
    async with Timeout(None if timeout is None else get_running_loop().time() + timeout):
        return await fut


def shield(arg):
    inner = ensure_future(arg)
    if inner.done():
        return inner
    outer = inner._loop.create_future()

    def inner_done(done):
        if not outer.cancelled():
            _copy(inner, outer)

    def outer_done(done):
        inner.remove_done_callback(inner_done)

    inner.add_done_callback(inner_done)
    outer.add_done_callback(outer_done)
    return outer


class as_completed:
    def __init__(self, fs, *, timeout=None):
        if isinstance(fs, Future) or iscoroutine(fs):
            raise TypeError(f"expect an iterable of futures, not {type(fs).__name__}")
        loop = get_event_loop()
        todo = list(dict.fromkeys([ensure_future(one, loop=loop) for one in fs]))
        self._done = Queue()
        self._left = len(todo)
        self._handle = None
        self._waiting = todo
        for one in todo:
            one.add_done_callback(self._finished)
        if todo and timeout is not None:
            self._handle = loop.call_later(timeout, self._expired)

    def _finished(self, future):
        if future in self._waiting:
            self._waiting.remove(future)
            self._done.put_nowait(future)
            if not self._waiting and self._handle is not None:
                self._handle.cancel()

    def _expired(self):
        for one in self._waiting:
            one.remove_done_callback(self._finished)
            self._done.put_nowait(None)
        self._waiting = []

    async def _next(self, is_result):
        future = await self._done.get()
        if future is None:
            raise TimeoutError
        return future.result() if is_result else future

    def __iter__(self):
        return self

    def __next__(self):
        if self._left == 0:
            raise StopIteration
        self._left -= 1
        return self._next(True)

    def __aiter__(self):
        return self

    async def __anext__(self):
        if self._left == 0:
            raise StopAsyncIteration
        self._left -= 1
        return await self._next(False)


class TaskGroup:
    def __init__(self):
        self._entered = False
        self._exiting = False
        self._aborting = False
        self._parent = None
        self._cancelled_parent = False
        self._tasks = []
        self._errors = []
        self._base_error = None
        self._all_done = None

    async def __aenter__(self):
        if self._entered:
            raise RuntimeError(f"TaskGroup {self!r} has already been entered")
        self._entered = True
        self._loop = get_running_loop()
        self._parent = current_task(self._loop)
        return self

    async def __aexit__(self, kind, error, traceback):
        self._exiting = True
        if error is not None and isinstance(error, (SystemExit, KeyboardInterrupt)):
            self._base_error = error
        cancelled = error if kind is not None and issubclass(kind, CancelledError) else None
        if self._cancelled_parent and self._parent.uncancel() == 0:
            cancelled = None
        if kind is not None and not self._aborting:
            self._abort()
        while self._tasks:
            if self._all_done is None:
                self._all_done = self._loop.create_future()
            try:
                await self._all_done
            except CancelledError as raised:
                if not self._aborting:
                    cancelled = raised
                    self._abort()
            self._all_done = None
        if self._base_error is not None:
            raise self._base_error
        if self._cancelled_parent and self._parent.cancelling():
            self._parent.uncancel()
        if cancelled is not None and not self._errors:
            raise cancelled
        if kind is not None and not issubclass(kind, CancelledError):
            self._errors.append(error)
        if self._errors:
            raise BaseExceptionGroup("unhandled errors in a TaskGroup", self._errors)

    def create_task(self, coro, *, name=None, context=None):
        if not self._entered:
            raise RuntimeError(f"TaskGroup {self!r} has not been entered")
        if self._exiting and not self._tasks:
            raise RuntimeError(f"TaskGroup {self!r} is finished")
        if self._aborting:
            raise RuntimeError(f"TaskGroup {self!r} is shutting down")
        task = self._loop.create_task(coro, name=name, context=context)
        self._tasks.append(task)
        task.add_done_callback(self._finished)
        return task

    def _abort(self):
        self._aborting = True
        for task in list(self._tasks):
            if not task.done():
                task.cancel()

    def _finished(self, task):
        self._tasks.remove(task)
        if self._all_done is not None and not self._tasks and not self._all_done.done():
            self._all_done.set_result(True)
        if task.cancelled() or task.exception() is None:
            return
        error = task.exception()
        self._errors.append(error)
        if isinstance(error, (SystemExit, KeyboardInterrupt)) and self._base_error is None:
            self._base_error = error
        if not self._aborting and not self._cancelled_parent:
            self._abort()
            if not self._parent.done():
                self._cancelled_parent = True
                self._parent.cancel()
