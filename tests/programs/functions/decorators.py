"""Decorators, plain and with arguments, stacked, on functions and methods."""


def logged(function):
    def wrapper(*args, **kwargs):
        print("->", function.__name__, args, kwargs)
        result = function(*args, **kwargs)
        print("<-", result)
        return result

    return wrapper


def times(n):
    def decorate(function):
        def wrapper(*args):
            return [function(*args) for _ in range(n)]

        return wrapper

    return decorate


@logged
def add(a, b=1):
    return a + b


@times(2)
@logged
def hello(name):
    return "hi " + name


class Service:
    @logged
    def ping(self=None):
        return "pong"


add(1, b=2)
print(hello("Bo"))
print(Service.ping())
