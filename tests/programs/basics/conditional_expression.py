"""x if condition else y, nested and in arguments."""


def sign(n):
    return "minus" if n < 0 else "plus" if n > 0 else "nothing"


for n in (-2, 0, 2):
    print(n, sign(n))

values = [3, 8, 1]
print("many" if len(values) > 2 else "few")
print(sum(v if v > 2 else 0 for v in values))
best = max(values) if values else None
print(best)
print((1 if not values else 2) + 10)
