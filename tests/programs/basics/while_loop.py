"""while with break, continue and else."""

n = 0
while n < 10:
    n += 1
    if n % 2:
        continue
    if n > 6:
        break
    print("even", n)
else:
    print("never said")

left = 3
while left:
    left -= 1
else:
    print("ran out at", left)

rounds = 0
while True:
    rounds += 1
    if rounds == 4:
        break
print("rounds", rounds)
