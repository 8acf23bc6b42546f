"""Bodies that do nothing, and the constants ... and None."""


def nothing():
    pass


def later():
    """Only a docstring."""


class Empty: ...


for _ in range(2):
    ...

if nothing() is None:
    pass
else:
    print("unreachable")

print(nothing(), later(), later.__doc__)
print(..., Ellipsis is ..., None)
print(type(Empty()).__name__)
