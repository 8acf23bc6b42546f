"""assert that holds, fails, and fails with a message."""


def half(n):
    assert n % 2 == 0, f"{n} is odd"
    return n // 2


print(half(8))
try:
    half(7)
except AssertionError as error:
    print("failed:", error)

try:
    assert [] == [1]
except AssertionError as error:
    print("failed with", error.args)

pair = (1, 2)
assert pair, "a tuple that is not empty is true"
assert not None
print("done")
