"""ZeroDivisionError at module level: the markers point at the division."""

total, people = 12, 0
print("sharing", total)
share = total / people
print(share)
