"""Functions are objects: names, docs, attributes, places in lists."""


def tally(n):
    """Count calls."""
    tally.calls += 1
    return n + tally.calls


tally.calls = 0
print(tally(10), tally(10), tally.calls)
print(tally.__name__, tally.__doc__, tally.__module__)
print(hasattr(tally, "calls"), hasattr(tally, "missing"), callable(tally), callable(3))
again = tally
print(again is tally, again(0))
for f in (len, str.upper, tally):
    print(f.__name__)


def outer():
    def inner():
        pass

    return inner


print(outer().__qualname__)
