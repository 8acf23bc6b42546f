_running = _threading.local()


class AbstractEventLoop:
    pass


class BaseEventLoop(AbstractEventLoop):
    def __init__(self):
        self._ready = []
        self._scheduled = []
        self._count = 0
        # What other threads ask for. How many answers of theirs are expected says when to look there.
        self._inbox = _queues.SimpleQueue()
        self._expected = 0
        self._forever = False
        self._stopping = False
        self._closed = False
        self._executor = None
        self._handler = None
        self._debug = False
        self._thread = None
        self._tasks = []
        self._failed = []

    def time(self):
        return _time.monotonic()

    def call_soon(self, callback, *args, context=None):
        self._check_closed()
        handle = Handle(callback, args, self, context)
        self._ready.append(handle)
        return handle

    def call_soon_threadsafe(self, callback, *args, context=None):
        self._check_closed()
        handle = Handle(callback, args, self, context)
        self._inbox.put(handle)
        return handle

    def call_later(self, delay, callback, *args, context=None):
        if delay is None:
            raise TypeError("delay must not be None")
        return self.call_at(self.time() + delay, callback, *args, context=context)

    def call_at(self, when, callback, *args, context=None):
        self._check_closed()
        handle = TimerHandle(when, callback, args, self, context)
        self._count += 1
        _heapq.heappush(self._scheduled, (when, self._count, handle))
        return handle

    def create_future(self):
        return Future(loop=self)

    def create_task(self, coro, *, name=None, context=None):
        self._check_closed()
        return Task(coro, loop=self, name=name, context=context)

    def run_in_executor(self, executor, func, *args):
        self._check_closed()
        if executor is None:
            if self._executor is None:
                self._executor = _futures.ThreadPoolExecutor(thread_name_prefix="asyncio")
            executor = self._executor
        return wrap_future(executor.submit(func, *args), loop=self)

    def set_default_executor(self, executor):
        self._executor = executor

    async def shutdown_default_executor(self, timeout=None):
        if self._executor is not None:
            self._executor.shutdown(wait=True)

    async def shutdown_asyncgens(self):
        pass

    def is_running(self):
        return self._thread is not None

    def is_closed(self):
        return self._closed

    def get_debug(self):
        return self._debug

    def set_debug(self, enabled):
        self._debug = enabled

    slow_callback_duration = 0.1

    def set_task_factory(self, factory):
        pass

    def _check_closed(self):
        if self._closed:
            raise RuntimeError("Event loop is closed")

    def _begin(self):
        self._check_closed()
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        if _running_loop() is not None:
            raise RuntimeError("Cannot run the event loop while another loop is running")
        self._thread = _threading.get_ident()
        _running.loop = self

    def run_forever(self):
        self._begin()
        forever = self._forever
        self._forever = True
        try:
            self._run()
        finally:
            self._forever = forever

    def _run(self):
        try:
            while True:
                self._run_once()
                if self._stopping:
                    break
        finally:
            self._stopping = False
            self._thread = None
            _running.loop = None

    def run_until_complete(self, future):
        self._check_closed()
        if self.is_running():
            raise RuntimeError("This event loop is already running")
        is_new = not isinstance(future, Future)
        future = ensure_future(future, loop=self)
        future.add_done_callback(self._stop_when_done)
        self._begin()
        try:
            self._run()
        finally:
            future.remove_done_callback(self._stop_when_done)
        if not future.done():
            raise RuntimeError("Event loop stopped before Future completed.")
        return future.result()

    def _stop_when_done(self, future):
        if not future.cancelled() and isinstance(future.exception(), (SystemExit, KeyboardInterrupt)):
            return
        self.stop()

    def stop(self):
        self._stopping = True

    def close(self):
        if self.is_running():
            raise RuntimeError("Cannot close a running event loop")
        if not self._closed:
            self._closed = True
            self._ready.clear()
            self._scheduled.clear()
            if self._executor is not None:
                self._executor.shutdown(wait=False)

    def _run_once(self):
        scheduled = self._scheduled
        while scheduled and scheduled[0][2]._cancelled:
            _heapq.heappop(scheduled)
        if self._ready or self._stopping:
            if self._expected or self._forever:
                self._take(0)
        elif scheduled:
            # CPython waits for whole milliseconds: what is due within one is done in one go.
            self._take(_ceil(max(0, scheduled[0][0] - self.time()) * 1000) / 1000)
        else:
            self._take(None)
        if scheduled:
            now = self.time()
            while scheduled and scheduled[0][0] <= now + 1e-9:
                self._ready.append(_heapq.heappop(scheduled)[2])
        ready = self._ready
        for _ in range(len(ready)):
            handle = ready.pop(0)
            if not handle._cancelled:
                handle._run()

    # Waits so long for what other threads ask for, or forever.
    def _take(self, timeout):
        try:
            if timeout == 0:
                self._ready.append(self._inbox.get_nowait())
            else:
                self._ready.append(self._inbox.get(True, timeout))
            while True:
                self._ready.append(self._inbox.get_nowait())
        except _queues.Empty:
            pass

    def set_exception_handler(self, handler):
        self._handler = handler

    def get_exception_handler(self):
        return self._handler

    def default_exception_handler(self, context):
        text = context.get("message") or "Unhandled exception in event loop"
        error = context.get("exception")
        logging = __module_named__("logging")
        lines = [text]
        for key in sorted(context):
            if key not in ("message", "exception"):
                lines.append(f"{key}: {context[key]!r}")
        if error is not None:
            if logging is None:
                lines += "".join(_traceback.format_exception(error)).splitlines()
        if logging is None:
            __write_error__("\n".join(lines) + "\n")
        else:
            logging.getLogger("asyncio").error("\n".join(lines), exc_info=error)

    def call_exception_handler(self, context):
        if self._handler is None:
            self.default_exception_handler(context)
        else:
            self._handler(self, context)

    def add_signal_handler(self, sig, callback, *args):
        pass

    def remove_signal_handler(self, sig):
        return False

    def __repr__(self):
        return f"<{type(self).__name__} running={self.is_running()} closed={self._closed} debug={self._debug}>"


class _UnixSelectorEventLoop(BaseEventLoop):
    pass


SelectorEventLoop = _UnixSelectorEventLoop


class DefaultEventLoopPolicy:
    def get_event_loop(self):
        return get_event_loop()

    def set_event_loop(self, loop):
        set_event_loop(loop)

    def new_event_loop(self):
        return new_event_loop()


def get_event_loop_policy():
    return DefaultEventLoopPolicy()


def set_event_loop_policy(policy):
    pass


def _running_loop():
    return getattr(_running, "loop", None)


def get_running_loop():
    loop = _running_loop()
    if loop is None:
        raise RuntimeError("no running event loop")
    return loop


def get_event_loop():
    loop = _running_loop()
    if loop is not None:
        return loop
    loop = getattr(_running, "current", None)
    if loop is None:
        thread = _threading.current_thread()
        if thread is not _threading.main_thread() or hasattr(_running, "current"):
            raise RuntimeError(f"There is no current event loop in thread {thread.name!r}.")
        loop = new_event_loop()
        _running.current = loop
    return loop


def new_event_loop():
    return _UnixSelectorEventLoop()


def set_event_loop(loop):
    _running.current = loop


class Runner:
    def __init__(self, *, debug=None, loop_factory=None):
        self._factory = loop_factory
        self._loop = None
        self._debug = debug

    def __enter__(self):
        self.get_loop()
        return self

    def __exit__(self, kind, error, traceback):
        self.close()

    def get_loop(self):
        if self._loop is None:
            self._loop = (self._factory or new_event_loop)()
            if self._factory is None:
                set_event_loop(self._loop)
            if self._debug is not None:
                self._loop.set_debug(self._debug)
        return self._loop

    def run(self, coro, *, context=None):
        if not iscoroutine(coro):
            raise ValueError(f"a coroutine was expected, got {coro!r}")
        if _running_loop() is not None:
            raise RuntimeError("Runner.run() cannot be called from a running event loop")
        loop = self.get_loop()
        return loop.run_until_complete(loop.create_task(coro, context=context))

    def close(self):
        loop = self._loop
        if loop is None or loop.is_closed():
            return
        try:
            left = all_tasks(loop)
            for task in left:
                task.cancel()
            if left:
                loop.run_until_complete(gather(*left, return_exceptions=True))
            for task in left:
                if not task.cancelled() and task.exception() is not None:
                    message = "unhandled exception during asyncio.run() shutdown"
                    loop.call_exception_handler({"message": message, "exception": task.exception(), "task": task})
            if loop._executor is not None:
                loop.run_until_complete(loop.shutdown_default_executor())
            for task in loop._failed:
                if task._log_traceback:
                    message = "Task exception was never retrieved"
                    loop.call_exception_handler({"message": message, "exception": task._exception, "future": task})
        finally:
            if self._factory is None:
                set_event_loop(None)
            loop.close()


def run(main, *, debug=None, loop_factory=None):
    if _running_loop() is not None:
        raise RuntimeError("asyncio.run() cannot be called from a running event loop")
    with Runner(debug=debug, loop_factory=loop_factory) as runner:
        return runner.run(main)


async def to_thread(func, /, *args, **kwargs):
    context = _contextvars.copy_context()

    def call():
        return context.run(func, *args, **kwargs)

    return await get_running_loop().run_in_executor(None, call)


def run_coroutine_threadsafe(coro, loop):
    if not iscoroutine(coro):
        raise TypeError("A coroutine object is required")
    future = _futures.Future()

    def finish(task):
        if task.cancelled():
            future.cancel()
            future.set_running_or_notify_cancel()
        elif task.exception() is not None:
            future.set_exception(task.exception())
        else:
            future.set_result(task.result())

    def start():
        ensure_future(coro, loop=loop).add_done_callback(finish)

    loop.call_soon_threadsafe(start)
    return future
