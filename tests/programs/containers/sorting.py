"""Sorting is stable, by key, in reverse, and fails on what has no order."""

people = [("Ada", 36), ("Bo", 25), ("Cy", 36), ("Di", 25)]
print(sorted(people, key=lambda p: p[1]))
print(sorted(people, key=lambda p: p[1], reverse=True))
print(sorted(people, key=lambda p: (-p[1], p[0])))
words = "the Quick brown fox".split()
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len))
words.sort(reverse=True)
print(words)
try:
    sorted([1, "a"])
except TypeError as error:
    print(error)
print(sorted([3.5, 1, True, 2]), sorted([[2], [1, 5], []]))
