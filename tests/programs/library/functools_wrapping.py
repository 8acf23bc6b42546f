"""partial, wraps, reduce, total_ordering, cmp_to_key, singledispatch."""

from functools import cmp_to_key, partial, partialmethod, reduce, singledispatch, total_ordering, wraps


def doubled(function):
    @wraps(function)
    def wrapper(*args, **keywords):
        "of the wrapper"
        return function(*args, **keywords) * 2

    return wrapper


@doubled
def add(a, b=1):
    "of add"
    return a + b


print(add(3), add.__name__, add.__doc__, add.__qualname__, add.__module__, add.__wrapped__(3))
binary = partial(int, base=2)
print(binary("101"), binary.func, binary.args, binary.keywords, partial(print, 1, sep="-"))
print(reduce(lambda a, b: a * b, [1, 2, 3, 4]), reduce(max, [], 0))
try:
    reduce(max, [])
except TypeError as error:
    print(error)


@total_ordering
class Version:
    def __init__(self, number):
        self.number = number

    def __eq__(self, other):
        return self.number == other.number

    def __lt__(self, other):
        return self.number < other.number

    def shift(self, by, times):
        return self.number + by * times

    up = partialmethod(shift, 1)


one, two = Version(1), Version(2)
print(one < two, one <= two, one > two, one >= two, one <= Version(1), one.up(5))
print(sorted([3, 1, 2], key=cmp_to_key(lambda a, b: b - a)))


@singledispatch
def show(value):
    return f"thing {value}"


@show.register
def _(value: int):
    return f"number {value}"


@show.register(list)
def _(value):
    return "list of " + ", ".join(show(item) for item in value)


print(show("a"), show(1), show([1, "b"]), show(True))
