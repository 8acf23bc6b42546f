"""is None and is not None as conditions, and as values."""


def kind(value, other=None):
    if value is None:
        return "none"
    if value is not None and other is None:
        return "alone"
    while other is not None:
        other = None
    return "both" if value is not None else "never"


print(kind(None), kind(1), kind(1, 2))
x = None
print(x is None, x is not None, not x is None, None is None)
print([v for v in (None, 0, "") if v is not None])
print("unset" if x is None or x == 3 else "set")
