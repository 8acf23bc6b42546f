"""Parameters that must be named and parameters that must not be."""


def scale(value, /, factor=2, *, offset=0, digits):
    return round(value * factor + offset, digits)


print(scale(1.2345, digits=2))
print(scale(1.2345, 3, offset=1, digits=1))
print(scale(10, factor=0.5, digits=0))

try:
    scale(1, 2)
except TypeError as error:
    print(error)
try:
    scale(value=1, digits=1)
except TypeError as error:
    print(error)


def only(*, flag=False):
    return flag


print(only(), only(flag=True))
