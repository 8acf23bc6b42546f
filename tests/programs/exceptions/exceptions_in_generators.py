"""Exceptions through generators, StopIteration, and try around a yield."""


def risky():
    for n in (2, 1, 0):
        yield 10 // n


def guarded(source):
    try:
        for item in source:
            yield item
    except ZeroDivisionError:
        yield "stopped"


print(list(guarded(risky())))
steps = risky()
try:
    while True:
        print(next(steps))
except ZeroDivisionError as error:
    print(error)
try:
    next(steps)
except StopIteration as stop:
    print("over", stop.value)


def valued():
    yield 1
    return "result"


it = valued()
next(it)
try:
    next(it)
except StopIteration as stop:
    print(stop.value)
