# What `await` and `async for` need of asynchronous iterators and generators.


def aiter(iterable, /):
    method = getattr(type(iterable), "__aiter__", None)
    if method is None:
        name = type(iterable).__name__
        raise TypeError("'async for' requires an object with __aiter__ method, got " + name)
    return method(iterable)


def anext(iterator, *default):
    if default:
        return __anext_or__(iterator, *default)
    return type(iterator).__anext__(iterator)


async def __anext_or__(iterator, default):
    try:
        return await type(iterator).__anext__(iterator)
    except StopAsyncIteration:
        return default


def __next_awaited__(iterator):
    method = getattr(type(iterator), "__anext__", None)
    if method is None:
        name = type(iterator).__name__
        raise TypeError("'async for' requires an iterator with __anext__ method, got " + name)
    value = method(iterator)
    if type(value) is __coroutine__:
        return value
    method = getattr(type(value), "__await__", None)
    if method is None:
        raise TypeError("'async for' received an invalid object from __anext__: " + type(value).__name__)
    return method(value)


# One step of an asynchronous generator: what it waits for is waited for here, what it yields is the result.
class __AsyncStep__:
    def __init__(self, generator, value, error):
        self.__step__ = (generator, value, error)

    def __await__(self):
        generator, value, error = self.__step__
        waits = []
        try:
            result = __send_in__(generator, value) if error is None else __raise_in__(generator, error)
            while True:
                found = __yielded__(result, waits)
                if found is not waits:
                    return found
                try:
                    value = yield result
                except BaseException as raised:
                    result = __raise_in__(generator, raised)
                else:
                    result = __send_in__(generator, value)
        except StopIteration:
            pass
        raise StopAsyncIteration


def __async_next__(generator):
    return __AsyncStep__(generator, None, None)


def __async_send__(generator, value):
    return __AsyncStep__(generator, value, None)


def __async_throw__(generator, error, value=None, traceback=None):
    return __AsyncStep__(generator, None, error() if isinstance(error, type) else error)


async def __async_close__(generator):
    if __generator_state__(generator) != 1:
        __close_generator__(generator)
        return
    try:
        await __AsyncStep__(generator, None, GeneratorExit())
    except (StopAsyncIteration, GeneratorExit):
        return
    raise RuntimeError("async generator ignored GeneratorExit")
