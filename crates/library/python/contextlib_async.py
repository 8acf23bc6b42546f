

class AbstractAsyncContextManager(ABC):
    async def __aenter__(self):
        return self

    async def __aexit__(self, kind, error, traceback):
        return None

    def __class_getitem__(cls, item):
        return cls


class AsyncContextDecorator:
    def _recreate_cm(self):
        return self

    def __call__(self, func):
        async def inner(*args, **keywords):
            async with self._recreate_cm():
                return await func(*args, **keywords)

        return wraps(func)(inner)


class _AsyncGeneratorContextManager(AsyncContextDecorator):
    def __init__(self, func, args, keywords):
        self.gen = func(*args, **keywords)
        self._made = func, args, keywords

    def _recreate_cm(self):
        return type(self)(*self._made)

    async def __aenter__(self):
        try:
            return await anext(self.gen)
        except StopAsyncIteration:
            raise RuntimeError("generator didn't yield") from None

    async def __aexit__(self, kind, error, traceback):
        if kind is None:
            try:
                await anext(self.gen)
            except StopAsyncIteration:
                return False
            raise RuntimeError("generator didn't stop")
        if error is None:
            error = kind()
        size = __traceback_size__(error)
        try:
            await self.gen.athrow(error)
        except StopAsyncIteration as ended:
            if ended is not error:
                return True
            __traceback_cut__(error, size)
            return False
        except BaseException as raised:
            if raised is not error:
                raise
            __traceback_cut__(error, size)
            return False
        raise RuntimeError("generator didn't stop after athrow()")


def asynccontextmanager(func):
    def helper(*args, **keywords):
        return _AsyncGeneratorContextManager(func, args, keywords)

    return wraps(func)(helper)


class aclosing(AbstractAsyncContextManager):
    def __init__(self, thing):
        self.thing = thing

    async def __aenter__(self):
        return self.thing

    async def __aexit__(self, *exc_info):
        await self.thing.aclose()


class AsyncExitStack(AbstractAsyncContextManager):
    def __init__(self):
        self._exits = []

    async def enter_async_context(self, cm):
        result = await cm.__aenter__()
        self._exits.append((True, cm.__aexit__))
        return result

    def enter_context(self, cm):
        result = cm.__enter__()
        self._exits.append((False, cm.__exit__))
        return result

    def push_async_exit(self, exit):
        self._exits.append((True, exit.__aexit__ if hasattr(exit, "__aexit__") else exit))
        return exit

    def callback(self, callback, /, *args, **kwds):
        self._exits.append((False, lambda kind, error, traceback: callback(*args, **kwds) and False))
        return callback

    def push_async_callback(self, callback, /, *args, **kwds):
        async def call(kind, error, traceback):
            await callback(*args, **kwds)

        self._exits.append((True, call))
        return callback

    async def aclose(self):
        await self.__aexit__(None, None, None)

    async def __aexit__(self, kind, error, traceback):
        given = error
        while self._exits:
            is_async, exit = self._exits.pop()
            try:
                result = exit(None if error is None else type(error), error, traceback)
                if is_async:
                    result = await result
                if result:
                    error = None
            except BaseException as raised:
                error = raised
        if error is not None and error is not given:
            raise error
        return given is not None and error is None
