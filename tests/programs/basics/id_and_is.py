"""Identity: the same object, or only an equal one."""

a = [1, 2]
b = a
c = [1, 2]
print(a is b, a is c, a == c, a is not c)
print(id(a) == id(b), id(a) == id(c))
b.append(3)
print(a, c)

nothing = None
print(nothing is None)


def same(x, y):
    return x is y


print(same(a, a), same(a, a[:]))
print(same(print, print), same(int, type(5)))
