"""Coroutines driven by hand: what they wait for comes out, what is sent goes in."""


class Ask:
    def __init__(self, what):
        self.what = what

    def __await__(self):
        answer = yield self.what
        return answer * 2


async def three():
    return 3


async def add(a, b):
    more = await three()
    return a + b + more


class Door:
    def __init__(self, name):
        self.name = name

    async def __aenter__(self):
        print("open", self.name)
        await Ask("opening")
        return self

    async def __aexit__(self, kind, error, traceback):
        print("close", self.name, kind)
        await Ask("closing")
        return kind is ValueError


async def leave_early():
    async with Door("first"), Door("second"):
        return 7


async def conversation():
    print(await add(1, 2))
    print(await Ask("how many"))
    async with Door("plain") as door:
        print("inside", door.name)
    async with Door("swallows"):
        raise ValueError("swallowed")
    for turn in range(2):
        async with Door(turn):
            if turn:
                break
            continue
    print(await leave_early())
    print([await add(one, one) for one in range(2)])
    try:
        await Ask("last")
    except KeyError as error:
        print("was told", repr(error))
    finally:
        await Ask("the end")
    return "done"


def drive(coroutine):
    sent = None
    while True:
        try:
            asked = coroutine.send(sent)
        except StopIteration as stop:
            return stop.value
        print("  asks", asked)
        sent = 10
        if asked == "last":
            print("  asks", coroutine.throw(KeyError("no")))


talk = conversation()
print(type(talk).__name__, talk.__name__)
print(drive(talk))
for wrong in (lambda: talk.send(None), lambda: drive(add(1, 2).__await__()), lambda: iter(talk)):
    try:
        print(wrong())
    except (RuntimeError, TypeError) as error:
        print(type(error).__name__, error)
three().close()


async def wrong_things():
    for action in (wait_for_number, enter_number, loop_over_list):
        try:
            await action()
        except TypeError as error:
            print(error)


async def wait_for_number():
    await 5


async def enter_number():
    async with 5:
        pass


async def loop_over_list():
    async for one in [1]:
        print(one)


drive(wrong_things())
