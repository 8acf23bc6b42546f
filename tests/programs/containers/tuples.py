"""Tuples: making, comparing, hashing, unpacking."""

empty, one, three = (), (1,), (1, "two", 3.0)
print(empty, one, three, len(three))
print(three + one, one * 3, three[1], three[-1], three[:2])
print((1, 2) < (1, 3), (1, 2) == (1, 2), (2,) > (1, 9))
print(three.index("two"), one.count(1), "two" in three)
x = 5
pair = x, x + 1
print(pair, tuple([1, 2]), tuple("ab"))
grid = {(0, 0): "origin", (1, 0): "right"}
print(grid[0, 0], grid[(1, 0)])
try:
    three[0] = 9
except TypeError as error:
    print(error)
