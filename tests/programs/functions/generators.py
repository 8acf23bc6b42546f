"""yield: values one at a time, send, return, and generators of generators."""


def countdown(n):
    print("start")
    while n > 0:
        yield n
        n -= 1
    print("end")


for n in countdown(3):
    print(n)


def averager():
    total = count = 0
    average = None
    while True:
        value = yield average
        total += value
        count += 1
        average = total / count


running = averager()
next(running)
print(running.send(10), running.send(20), running.send(60))
running.close()


def chain(*parts):
    for part in parts:
        got = yield from part
        print("part gave", got)


def two():
    yield "x"
    yield "y"
    return "two"


print(list(chain(two(), [1, 2])))
print(next(iter([]), "none left"))
