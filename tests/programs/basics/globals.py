"""Names at module level, read and changed from functions by way of `global`."""

limit = 10
count = 0


def bump(amount):
    global count
    count += amount
    return count


def below_limit():
    return count < limit


print(count, below_limit())
bump(4)
bump(7)
print(count, below_limit())


def make_new():
    global made
    made = "made in a function"


make_new()
print(made)
