"""Chains of comparisons evaluate each operand once and stop at the first that fails."""


def show(n):
    print("look at", n)
    return n


print(show(1) < show(2) < show(3))
print(show(5) < show(4) < show(9))

x = 7
print(0 <= x < 10, 0 <= x < 5, 1 != x == 7)
if 5 < x <= 7 != 8:
    print("in the middle")
if not 0 < x < 3:
    print("not small")
while 3 < x < 9:
    x += 1
print(x)
