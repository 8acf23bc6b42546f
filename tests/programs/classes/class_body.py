"""A class body is code: loops, conditions, names, comprehensions, nested classes."""


class Table:
    """A table of squares."""

    size = 4
    squares = [n * n for n in range(4)]
    if size > 3:
        label = "big"
    else:
        label = "small"
    total = 0
    for square in squares:
        total += square
    del square

    class Cell:
        empty = True

    def get(self, n):
        return self.squares[n]


print(Table.size, Table.squares, Table.label, Table.total)
print(Table.Cell.empty, Table.Cell.__qualname__, Table.__name__, Table.__doc__)
print(Table().get(3), hasattr(Table, "square"))


def maker(base):
    class Made:
        value = base

        def double(self):
            return base * 2 + self.value

    return Made


print(maker(5)().double(), maker(1).__qualname__)
