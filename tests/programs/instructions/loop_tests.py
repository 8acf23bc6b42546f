"""Conditions of while and if made of and, or, not, comparisons and calls."""


def climb(a, b, c):
    steps = 0
    while a < b and not c or steps < 2:
        steps += 1
        a += 1
        if not (a != b or c) and steps:
            break
        if a > 50 or not b:
            continue
    else:
        steps = -steps
    return steps


def skip(values):
    while values:
        if not values[-1]:
            values.pop()
            continue
        if (values[0] if len(values) > 2 else values[-1]) == "stop":
            return "stopped"
        values.pop()
    return "empty"


def spin(n):
    while True:
        n -= 1
        if n < 0:
            return n
        while n % 2 == 0 and n:
            n //= 2


print(climb(0, 5, False), climb(0, 5, True), climb(9, 5, False), climb(49, 60, 0))
print(skip([1, 0, 2]), skip(["stop", 1, 1]), skip(["stop"]), skip([]))
print(spin(12))
