"""An exception in the middle of print's arguments: nothing of that line is printed."""


def broken():
    raise RuntimeError


print("before", end=" ")
print("a", "b")
print("never", broken())
