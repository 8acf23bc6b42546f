"""range: length, items, membership, steps in both directions."""

print(list(range(4)), list(range(2, 6)), list(range(10, 0, -3)), list(range(0)))
r = range(3, 30, 4)
print(r, len(r), r[0], r[-1], 11 in r, 12 in r)
print(r.start, r.stop, r.step, list(r[1:3]))
print(range(3) == range(0, 3), range(5), list(reversed(range(3))))
total = 0
for n in range(1, 101):
    total += n
print(total, sum(range(101)), max(range(3, 9)))
for _ in range(2):
    print("again")
try:
    range(1, 5, 0)
except ValueError as error:
    print(error)
