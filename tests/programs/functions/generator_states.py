"""What inspect says of a generator, and singledispatch on unions."""

import functools
import inspect


def numbers():
    print("inside:", inspect.getgeneratorstate(running))
    yield 1
    yield 2


running = numbers()
print(inspect.getgeneratorstate(running), running.gi_running, running.gi_suspended)
next(running)
print(inspect.getgeneratorstate(running), running.gi_running, running.gi_suspended)
running.close()
print(inspect.getgeneratorstate(running))


@functools.singledispatch
def show(value):
    return f"something: {value!r}"


@show.register
def _(value: int | float):
    return f"number: {value}"


@show.register(list | tuple)
def _(value):
    return f"sequence of {len(value)}"


print(show("a"), show(2), show(2.5), show(True), show([1]), show(()))
try:
    show.register(lambda value: value)
except TypeError as error:
    print(str(error)[:42])
