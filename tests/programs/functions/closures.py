"""Functions that keep names of the function around them."""


def adder(n):
    def add(x):
        return x + n

    return add


def pair():
    shared = []

    def put(item):
        shared.append(item)

    def get():
        return shared

    return put, get


plus2, plus10 = adder(2), adder(10)
print(plus2(1), plus10(1))
put, get = pair()
put("a")
put("b")
print(get())


def outer(a):
    def middle(b):
        def inner(c):
            return a + b + c

        return inner

    return middle


print(outer(1)(2)(3))
