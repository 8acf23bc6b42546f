"""len, sum, min, max, any, all, enumerate, zip, map, filter, reversed, sorted."""

values = [4, -1, 7, 0]
print(len(values), sum(values), min(values), max(values), sum(values, 100))
print(min(3, 1, 2), max("b", "a"), max([], default="none"), min(values, key=abs))
print(any(values), all(values), any([]), all([]))
for index, value in enumerate(values, start=1):
    print(index, value, end="; ")
print()
for a, b in zip(values, "abc"):
    print(a, b, end="; ")
print()
print(list(map(lambda n: n * n, values)), list(map(str, values)))
print(list(map(max, [1, 5], [3, 2])))
print(list(filter(None, values)), list(filter(lambda n: n < 1, values)))
print(list(reversed(values)), sorted(values), sorted(values, reverse=True))
print(sorted("bca"), sorted({"y": 1, "x": 2}), sorted([(2, "b"), (1, "z"), (2, "a")]))
print(list(enumerate("ab")), list(zip()), dict(enumerate("xy")))
print(sum([[1], [2]], []), abs(-3), divmod(17, 5), round(2.567, 1), pow(2, 10, 1000))
