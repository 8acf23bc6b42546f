"""nonlocal changes a name of the enclosing function."""


def counter(start):
    value = start

    def step(by=1):
        nonlocal value
        value += by
        return value

    def reset():
        nonlocal value
        value = start

    return step, reset


step, reset = counter(10)
other, _ = counter(0)
print(step(), step(), step(5))
reset()
print(step(), other())
