"""defaultdict and Counter."""

from collections import Counter, defaultdict

groups = defaultdict(list)
for word in "the quick brown fox jumps over the lazy dog".split():
    groups[len(word)].append(word)
print(groups, dict(groups))
counts = defaultdict(int)
for letter in "hello":
    counts[letter] += 1
print(counts, counts.get("z"), "z" in counts, counts["z"], "z" in counts, sorted(counts.items()))
tree = defaultdict(lambda: defaultdict(int))
tree["a"]["b"] += 2
print(tree["a"]["b"], len(tree), defaultdict(None, x=1))
try:
    defaultdict(None)["x"]
except KeyError as error:
    print(repr(error))

letters = Counter("abracadabra")
print(letters, letters.most_common(2), letters["z"], letters.total())
letters.update("zzz")
letters.subtract({"a": 4})
print(letters, list(Counter(a=2, b=1).elements()))
print(Counter(a=3, b=1) + Counter(a=1, c=2), Counter(a=3, b=1) - Counter(a=1, b=2))
print(Counter(a=3) & Counter(a=1), Counter(a=3) | Counter(b=1), Counter(), Counter(a=1) == Counter(a=1, b=0))
shared = Counter()
shared["x"] += 1
shared["y"] -= 1
print(shared, +shared, isinstance(shared, dict), max(shared, key=shared.get))
