"""Slices of lists, strings and tuples, read, assigned and deleted."""

values = [0, 1, 2, 3, 4, 5, 6]
print(values[2:5], values[:3], values[4:], values[:])
print(values[-2:], values[:-4], values[::2], values[::-1], values[5:1:-2])
print("interleave"[5:], "interleave"[::-1], (1, 2, 3)[1:])
print(values[10:], values[3:2], values[-100:2])

values[1:3] = ["a", "b", "c"]
print(values)
values[:0] = [-1]
values[len(values):] = [7]
print(values)
values[::3] = ["x", "y", "z", "w"][: len(values[::3])]
print(values)
del values[2:4]
print(values)


def window(items, start, stop):
    return items[start:stop]


print(window([1, 2, 3, 4], 1, 3), window("abcd", None, -1))
