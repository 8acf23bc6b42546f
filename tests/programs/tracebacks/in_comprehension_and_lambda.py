"""An exception inside a lambda inside a comprehension inside a generator expression."""

halve = lambda n: 12 // n


def inverses(values):
    return [halve(v) for v in values]


print(inverses([1, 2]))
print(sum(n for n in inverses(v for v in (3, 0))))
