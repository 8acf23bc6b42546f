"""List comprehensions: conditions, several loops, nested ones, their own scope."""

n = "outside"
print([n * n for n in range(5)], n)
print([n for n in range(20) if n % 2 if n % 3])
print([(a, b) for a in "xy" for b in range(2)])
print([a + b for a in range(3) if a for b in range(a)])
print([[row * column for column in range(3)] for row in range(3)])
print([x if x > 0 else -x for x in (-1, 2, -3)])
print([first for first, *_ in ("abc", "de")])
matrix = [[1, 2], [3, 4]]
print([item for row in matrix for item in row])
print([list(column) for column in zip(*matrix)])


def scaled(values, by):
    return [value * by for value in values if value != by]


print(scaled([1, 2, 3], 2))
