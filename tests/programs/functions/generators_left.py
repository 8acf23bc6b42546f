"""A generator that is left half-way is closed when nothing leads to it any more: its `finally` and `with` end then."""
import threading
from itertools import islice


def pages(of):
    try:
        for number in range(1, 10):
            yield number
    finally:
        print("closed:", of)


for page in pages("loop left by break"):
    if page == 2:
        break
print("after the loop")

reader = pages("deleted")
print(next(reader))
del reader
print("after del")

reader = pages("given another value")
next(reader)
reader = None
print("after the assignment")


def first(of):
    for page in pages(of):
        return page


print(first("loop left by return"))


def local():
    kept = pages("local variable")
    next(kept)
    print("leaving")


local()
print("left")

try:
    for page in pages("loop left by an exception"):
        raise LookupError(page)
except LookupError as error:
    print("caught", error)

print(list(islice(pages("islice"), 3)))
print([pair for pair in zip(pages("zip"), "ab")])
print(any(page > 3 for page in pages("any")))
print(next(pages("next")))
for place, page in enumerate(pages("enumerate")):
    if place:
        break


class Guard:
    def __enter__(self):
        print("enter")

    def __exit__(self, kind, error, traceback):
        print("exit", kind.__name__)


def guarded():
    with Guard():
        yield 1
        yield 2


next(guarded())


def delegating():
    try:
        yield from pages("inner")
    finally:
        print("closed: outer")


for page in delegating():
    break


def watching():
    try:
        yield 1
    except GeneratorExit:
        print("GeneratorExit")
        raise


for page in watching():
    break


def never_begun():
    try:
        yield 1
    finally:
        print("is not shown")


never_begun()


def answering():
    try:
        yield 1
    except GeneratorExit:
        return "answer"


asked = answering()
next(asked)
print(asked.close(), asked.close())

# What a generator holds is let go of with it.
lock = threading.Lock()


def locked():
    with lock:
        yield "held"


def worker():
    for state in locked():
        print(state, lock.locked())
        break
    print("free:", not lock.locked())


threads = [threading.Thread(target=worker) for _ in range(2)]
for thread in threads:
    thread.start()
    thread.join()

to_the_end = pages("at the end of the program")
next(to_the_end)
print("last line")
