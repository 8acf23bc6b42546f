"""int without a limit of size."""

n = 2**64
print(n, n + 1, n - 1, -n, n * n)
print(n // 3, n % 1000, n >> 60, (n << 70) >> 130)
factorial = 1
for k in range(1, 41):
    factorial *= k
print(factorial)
print(factorial // 10**30, factorial % 10**12, len(str(factorial)))
print(-factorial // 7**20, -factorial % 7**20)
print(2**100 == 4**50, 2**100 > 10**30, 2**63 - 1 < 2**63)
print(int("123456789012345678901234567890") + 1)
print((2**70) & (2**70 - 1), (2**70) | 1, ~(2**70))
print(float(2**70), 2**70 / 2**68, hex(2**70))
