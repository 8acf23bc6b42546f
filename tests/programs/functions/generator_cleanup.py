"""A generator's finally runs when it is closed, and throw raises inside it."""


def guarded():
    try:
        yield 1
        yield 2
    except ValueError as error:
        print("inside:", error)
        yield 3
    finally:
        print("cleaned up")


one = guarded()
print(next(one))
one.close()

two = guarded()
print(next(two))
print(two.throw(ValueError("from outside")))
try:
    next(two)
except StopIteration:
    print("over")

for value in guarded():
    print("got", value)
