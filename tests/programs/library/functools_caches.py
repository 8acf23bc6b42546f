"""lru_cache, cache, cached_property."""

from functools import cache, cached_property, lru_cache


@lru_cache(maxsize=2)
def square(number):
    print("computing", number)
    return number * number


print(square(2), square(2), square(3), square(4), square(2))
print(square.cache_info(), square.cache_parameters(), square.__name__)
square.cache_clear()
print(square.cache_info())


@cache
def fibonacci(n):
    return n if n < 2 else fibonacci(n - 1) + fibonacci(n - 2)


print(fibonacci(80), fibonacci.cache_info())


@lru_cache
def joined(*parts, sep="-"):
    return sep.join(parts)


print(joined("a", "b"), joined("a", "b", sep="+"), joined("a", "b"), joined.cache_info().hits)
try:
    square([])
except TypeError as error:
    print(error)


class Report:
    @cached_property
    def total(self):
        print("adding up")
        return 42

    @lru_cache(maxsize=None)
    def line(self, number):
        print("line", number)
        return number


report = Report()
print(report.total, report.total, vars(report), report.line(1), report.line(1))
del report.total
print(report.total)
