"""Expressions of constants, which the compiler works out."""

print(60 * 60 * 24)
print("ab" "cd" + "ef")
print(-5 + 2 * 3 - +1)
print((1, 2, 3)[1], "text"[0])
print(2**10, 7 // 2, 7 / 2, 7 % 4, 1 << 4)
print(not True, ~6)
print("-" * 12)


def pick(n):
    return n in (1, 2, 3), n in [4, 5], n not in {6, 7}


print(pick(2), pick(5), pick(6))

if 0:
    print("never compiled")
while 1:
    print("once")
    break
for n in [10, 20, 30]:
    print(n)
print([1, 2, 3, 4], (1, "a", None), {5, 6, 7} == {7, 6, 5})
