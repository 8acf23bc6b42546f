"""What counts as true, bools as numbers, None compared by identity."""

for value in (0, 1, -1, 0.0, 0.1, "", " ", [], [0], (), (None,), {}, {"k": 0}, None, range(0)):
    print(repr(value), bool(value))

print(True + True, True * 3, False == 0, True is True)
print(isinstance(True, int), int(True), str(False))
nothing = None
print(nothing is None, nothing is not None, nothing == 0)
print(True & False, True | False, True ^ True)


class Sized:
    def __init__(self, size):
        self.size = size

    def __len__(self):
        return self.size


print(bool(Sized(0)), bool(Sized(2)))
