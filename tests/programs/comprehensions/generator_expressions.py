"""Generator expressions are lazy and run in their own frame."""


def loud(n):
    print("compute", n)
    return n


lazy = (loud(n) for n in range(3))
print("nothing yet")
print(next(lazy))
print(list(lazy), list(lazy))
print(sum(n * n for n in range(5)), max(len(w) for w in ("a", "bbb")))
print(any(n > 2 for n in range(10)), all(n > 2 for n in (3, 4)))
print(", ".join(str(n) for n in range(4)))
print(sorted((-n for n in range(3)), reverse=True))
pairs = ((a, b) for a in range(2) for b in range(2) if a != b)
for a, b in pairs:
    print(a, b)
