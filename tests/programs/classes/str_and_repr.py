"""__str__ and __repr__, and which one is used where."""


class Both:
    def __str__(self):
        return "str!"

    def __repr__(self):
        return "Both()"


class OnlyRepr:
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return f"OnlyRepr({self.n!r})"


both, only = Both(), OnlyRepr("x")
print(both, [both], (both,), {"k": both})
print(str(both), repr(both), f"{both} {both!r} {both!s}")
print(only, [only])
print(str(only) + "!", "%s %r" % (both, only))
