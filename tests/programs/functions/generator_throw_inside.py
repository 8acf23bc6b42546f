"""An exception thrown into a generator is raised in the one that it delegates to."""


def inner():
    try:
        yield 1
    except ValueError as error:
        yield f"inner saw {error}"
    return 9


def outer():
    result = yield from inner()
    print("inner returned", result)
    try:
        yield from [1, 2]
    except KeyError:
        print("outer saw it")
    yield "last"


generator = outer()
print(next(generator))
print(generator.throw(ValueError("thrown")))
print(next(generator))
print(generator.throw(KeyError("again")))
print(list(generator))
