"""Sets: membership and algebra (printed sorted, for a set has no order)."""

evens, small = {0, 2, 4, 6}, set(range(4))
print(sorted(evens | small), sorted(evens & small))
print(sorted(evens - small), sorted(evens ^ small))
print(2 in evens, 3 not in evens, len(evens))
small.add(9)
small.add(9)
small.discard(100)
small.remove(0)
print(sorted(small))
print({1, 2} <= {1, 2, 3}, {1, 2}.issubset({1}), {1}.isdisjoint({2}))
print(sorted(set("mississippi")), set(), {5})
small.update([7, 8])
print(sorted(small), sorted(evens.union([1])), frozenset([3]) == {3})
try:
    small.remove(1000)
except KeyError as error:
    print("KeyError", error)
