"""UnboundLocalError: a name that a function assigns is its own, everywhere in it."""

total = 10


def add(n):
    print("adding", n)
    total += n
    return total


add(5)
