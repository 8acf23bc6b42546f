# What `await` and `async for` need of asynchronous iterators and generators. A program with coroutines gets this module.
import builtins as _builtins


def aiter(iterable, /):
    method = getattr(type(iterable), "__aiter__", None)
    if method is None:
        name = type(iterable).__name__
        raise TypeError("'async for' requires an object with __aiter__ method, got " + name)
    return method(iterable)


def anext(iterator, *default):
    if default:
        return _anext_or(iterator, *default)
    return type(iterator).__anext__(iterator)


async def _anext_or(iterator, default):
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
class _Step:
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
    return _Step(generator, None, None)


def __async_send__(generator, value):
    return _Step(generator, value, None)


def __async_throw__(generator, error, value=None, traceback=None):
    return _Step(generator, None, error() if isinstance(error, type) else error)


async def __async_close__(generator):
    if __generator_state__(generator) != 1:
        __close_generator__(generator)
        return
    try:
        await _Step(generator, None, GeneratorExit())
    except (StopAsyncIteration, GeneratorExit):
        return
    raise RuntimeError("async generator ignored GeneratorExit")


_warned_at = []


def __warn_of_coroutine__(coroutine):
    frames = __frames__()
    line = frames[-1][3] if frames else 1
    text = f"RuntimeWarning: coroutine '{coroutine.__qualname__}' was never awaited\n"
    if (line, text) not in _warned_at:
        _warned_at.append((line, text))
        place = f"{__main_names__()['__file__']}:{line}: " if frames else "sys:1: "
        lines = __source__().splitlines()[line - 1:line] if frames else []
        shown = "".join([f"  {source.strip()}\n" for source in lines])
        __write_error__(
            f"{place}{text}{shown}RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n"
        )


_builtins.aiter = aiter
_builtins.anext = anext
_builtins.__next_awaited__ = __next_awaited__
_builtins.__async_next__ = __async_next__
_builtins.__async_send__ = __async_send__
_builtins.__async_throw__ = __async_throw__
_builtins.__async_close__ = __async_close__
_builtins.__warn_of_coroutine__ = __warn_of_coroutine__
