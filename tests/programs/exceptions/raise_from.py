"""__cause__ and __context__: raise ... from, and raising while handling."""


def load(table, key):
    try:
        return table[key]
    except KeyError as error:
        raise LookupError("not in the table") from error


try:
    load({}, "k")
except LookupError as error:
    print(error, repr(error.__cause__), error.__cause__ is error.__context__)

try:
    try:
        1 / 0
    except ZeroDivisionError:
        [].pop()
except IndexError as error:
    print(error, repr(error.__context__), error.__cause__)

try:
    try:
        int("x")
    except ValueError:
        raise RuntimeError("hidden") from None
except RuntimeError as error:
    print(error, error.__cause__, error.__suppress_context__)
