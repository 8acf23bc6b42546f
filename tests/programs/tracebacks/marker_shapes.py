"""Where the markers go for statements of many shapes, each ending a thread of its own."""

import threading


class Box:
    pass


def go(action):
    thread = threading.Thread(target=action, name=action.__name__)
    thread.start()
    thread.join()


def returned_call():
    return int("x")


def returned_method(text="x"):
    return text.index("y")


def assigned_call():
    number = int("x")


def assigned_method(text="x"):
    number = text.index("y")


def nested_call():
    print(len(int("x"), 1))


def attribute():
    Box().lid.handle


def stored_attribute():
    None.lid = 1


def stored_item(row=()):
    row[0] = 1


def deleted_item(row={}):
    del row["k"]


def augmented_item(row=[1]):
    row[0] += "a"


def augmented_name(n=1):
    n += "a"


def unary(text="a"):
    return -text


def compared():
    return 1 < "a" < 3


def contained():
    return "a" in 5


def looped():
    for _ in 5:
        pass


def unpacked():
    a, b = 1, 2, 3 + len("x")
    a, b = (1,) * b


def starred():
    print(*5)


def formatted():
    return f"{1} {'a':d} {2}"


def raised():
    raise KeyError("a", 1)


def with_nothing():
    with 5:
        pass


def comprehended():
    return [1 // n for n in (1, 0)]


def parenthesised(zero=0):
    return (1 + 2) * (3 / (zero))


def wide_letters():
    return "日本é" + 1, "after"


def subscripts(row=[[1]]):
    return row[0][1:2][3]


def not_callable(five=5):
    return five(1, k=2)


for shape in (
    returned_call, returned_method, assigned_call, assigned_method, nested_call, attribute,
    stored_attribute, stored_item, deleted_item, augmented_item, augmented_name, unary,
    compared, contained, looped, unpacked, starred, formatted, raised, with_nothing,
    comprehended, parenthesised, wide_letters, subscripts, not_callable,
):
    go(shape)
