"""Taking sequences apart, with a star for the rest, and putting them together."""

first, *rest = [1, 2, 3, 4]
*start, last = "abc"
head, *middle, tail = range(5)
print(first, rest)
print(start, last)
print(head, middle, tail)

(a, b), [c, *d] = (1, 2), (3, 4, 5)
print(a, b, c, d)

for name, (low, high) in [("x", (0, 1)), ("y", (2, 3))]:
    print(name, low, high)

both = [*rest, *start, 0]
pair = (*both, "end")
merged = {**{"k": 1, "l": 2}, "l": 3}
print(both)
print(pair)
print(merged)
only, *nothing = "z"
print(only, nothing)
