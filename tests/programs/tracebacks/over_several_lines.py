"""A failing expression that spans lines, and one of several on a line."""


def pick(values, n): return values[n]


data = [1, 2]; print(pick(data, 0), pick(data, 1))
result = sum(
    [
        pick(data, 0),
        pick(data, 1) + pick(data, 5) + pick(data, 0),
    ]
)
