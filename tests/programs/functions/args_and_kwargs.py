"""*args and **kwargs, in definitions and in calls."""


def report(first, *rest, sep="/", **named):
    print(first, rest, sep, sorted(named.items()))


report(1)
report(1, 2, 3)
report(1, sep="-", depth=2, name="x")
values = [10, 20]
options = {"sep": "+", "extra": None}
report(*values)
report(*values, 30, **options)
report(0, *values, *"ab", last=True, **options)


def forward(*args, **kwargs):
    return report(*args, **kwargs)


forward(7, 8, sep=":", k=9)
