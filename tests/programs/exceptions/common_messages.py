"""The messages of common errors, caught and printed."""


class Thing:
    pass


five, pair = 5, [1, 2]


def two(a, b):
    return a, b


attempts = [
    lambda: 1 + "a",
    lambda: "a" + 1,
    lambda: [1][5],
    lambda: (1,)[2],
    lambda: "abc"[9],
    lambda: {"a": 1}["b"],
    lambda: Thing().missing,
    lambda: None.field,
    lambda: int("4x"),
    lambda: float("no"),
    lambda: two(1),
    lambda: two(),
    lambda: two(1, 2, 3),
    lambda: two(1, c=3),
    lambda: two(1, a=3),
    lambda: five(),
    lambda: len(5),
    lambda: 1 < "a",
    lambda: [] + (),
    lambda: -"x",
    lambda: next(iter(())),
    lambda: [].pop(),
    lambda: [1].remove(2),
    lambda: [1].index(2),
    lambda: {[]: 1},
    lambda: "a".join([1]),
    lambda: dict([1]),
    lambda: list(5),
    lambda: "x" in 5,
    lambda: five[0],
    lambda: chr(-1),
    lambda: max([]),
    lambda: sum(["a"]),
    lambda: pair["a"],
    lambda: isinstance(1, 2),
]
for attempt in attempts:
    try:
        print("no error:", attempt())
    except Exception as error:
        print(f"{type(error).__name__}: {error}")
