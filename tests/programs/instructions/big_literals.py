"""Literals of constants, of names, with stars, and long ones."""

n = 7
print([1, 2], [1, 2, 3], [n, 2, 3], [], [*"ab"], [1, *[n], 3])
print((1, n), (n,), (*"ab", n), ())
print(sorted({1, 2}), sorted({1, 2, 3}), sorted({n, 1}), sorted({*"ba", "c"}))
print({"a": 1}, {"a": 1, "b": 2, "c": 3}, {"a": n, n: "a"}, {}, {**{"x": 1}, "y": n})
print({
    "k1": 1, "k2": 2, "k3": 3, "k4": 4, "k5": 5, "k6": 6, "k7": 7, "k8": 8, "k9": 9,
    "k10": 10, "k11": 11, "k12": 12, "k13": 13, "k14": 14, "k15": 15, "k16": 16, "k17": n,
})
print(sum([
    1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24,
    25, 26, 27, 28, 29, 30, 31, 32, 33,
]), len([n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n, n]))
print(1 in [1, 2], n in {7, 8}, n in (n, 1), "a" in ["a", n])
