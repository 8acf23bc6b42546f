"""print with sep, end and flush."""

print(1, 2, 3, sep=", ")
print("no newline", end="")
print(" | then one", end="\n\n")
print()
print("a", "b", sep="", end=".\n")
print(*[1, 2, 3], sep="-")
print("None keeps the default", 1, sep=None, end=None)
print([1, "two"], ("three",), {"four": 4}, None, True, 5.0)
print("now", flush=True)
print(sep="unused")
