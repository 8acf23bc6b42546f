"""Comprehensions in functions, methods and class bodies, with closures over their variables."""


class Grid:
    width = 3
    cells = [i for i in range(width)]
    rows = [[c for c in "ab"] for _ in range(2)]

    def __init__(self, values):
        self.values = [value + 1 for value in values]

    def above(self, limit):
        return [v for v in self.values if v > limit and v in self.cells]


def outer(n):
    calls = [lambda x: x * k + n for k in range(3)]
    return [call(10) for call in calls]


def keep(n):
    found = [n for n in range(3)]
    return n, found


print(Grid.cells, Grid.rows)
print(Grid([0, 1, 2]).above(1))
print(outer(1))
print(keep("kept"))
print([k for k in [j for j in [i for i in range(3)]]])
