"""del on names, items, slices and attributes."""


class Holder:
    pass


values = [0, 1, 2, 3, 4, 5]
del values[0]
del values[1:3]
print(values)

table = {"a": 1, "b": 2}
del table["a"]
print(table)

holder = Holder()
holder.x, holder.y = 1, 2
del holder.x
print(hasattr(holder, "x"), hasattr(holder, "y"))

name = "gone soon"
del name
try:
    print(name)
except NameError as error:
    print("NameError:", error)


def local():
    inner = 1
    del inner
    try:
        return inner
    except UnboundLocalError as error:
        return str(error)


print(local())
