"""Dict and set comprehensions."""

words = ["pear", "fig", "plum", "fig"]
print({word: len(word) for word in words})
print({word: index for index, word in enumerate(words) if index != 2})
print(sorted({len(word) for word in words}))
print(sorted({a * b for a in range(3) for b in range(3)}))
ages = {"Ada": 36, "Bo": 25}
print({age: name for name, age in ages.items()})
print({k: {c: k.count(c) for c in sorted(set(k))} for k in ("aab", "c")})


def index(rows):
    return {key: [v for k, v in rows if k == key] for key, _ in rows}


print(index([("a", 1), ("b", 2), ("a", 3)]))
