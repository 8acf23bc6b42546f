"""Asynchronous generators, iterators, loops and comprehensions, driven by hand."""


class Pause:
    def __init__(self, what):
        self.what = what

    def __await__(self):
        yield self.what


async def numbers(count):
    try:
        for number in range(count):
            await Pause(f"before {number}")
            got = yield number
            if got:
                print("got", got)
    finally:
        print("numbers ends")


class Countdown:
    def __init__(self, start):
        self.left = start

    def __aiter__(self):
        return self

    async def __anext__(self):
        if not self.left:
            raise StopAsyncIteration
        self.left -= 1
        return self.left


async def main():
    async for number in numbers(2):
        print("number", number)
    else:
        print("no break")
    async for number in Countdown(5):
        if number == 3:
            continue
        if number == 1:
            break
        print("down", number)
    print([n async for n in Countdown(4) if n % 2], {n: m async for n in Countdown(2) for m in "ab"})
    print({n async for n in numbers(2)}, [n + m async for n in Countdown(2) async for m in Countdown(2)])
    generator = numbers(5)
    print(await anext(generator), await generator.__anext__(), await generator.asend("hello"))
    await generator.aclose()
    print(await anext(generator, "nothing left"))
    try:
        await anext(Countdown(0))
    except StopAsyncIteration:
        print("ended")
    generator = numbers(5)
    await anext(generator)
    try:
        await generator.athrow(LookupError("thrown in"))
    except LookupError as error:
        print(error)
    print(type(generator).__name__)


coroutine = main()
try:
    while True:
        print("  pause", coroutine.send(None))
except StopIteration:
    print("done")
