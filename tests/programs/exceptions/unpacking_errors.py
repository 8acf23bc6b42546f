"""Too few and too many values, and things that cannot be taken apart."""


def two(values):
    a, b = values
    return a, b


def star(values):
    a, *b, c = values
    return a, b, c


for action, values in [(two, [1]), (two, [1, 2, 3]), (two, "ab"), (star, [1]), (star, (1, 2)), (two, 5)]:
    try:
        print(action(values))
    except (ValueError, TypeError) as error:
        print(f"{type(error).__name__}: {error}")
