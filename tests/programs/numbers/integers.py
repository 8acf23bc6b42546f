"""int: arithmetic, division of negatives, bits, bases."""

print(7 + 2, 7 - 9, 7 * -2, 7 / 2, 7 // 2, 7 % 2, 7**2)
print(-7 // 2, -7 % 3, 7 // -2, 7 % -3, divmod(-7, 2))
a, b = 12, 10
print(a & b, a | b, a ^ b, ~a, a << 3, a >> 2, -a >> 1)
print(0xFF, 0b1010, 0o17, 1_000_000)
print(hex(255), bin(10), oct(8), hex(-1))
print(int("42"), int(" -7 "), int("ff", 16), int("1010", 2), int(3.99), int(-3.99))
print(abs(-5), pow(3, 4), 2**-1, 0**0)
print(10 == 10.0, 3 < 3.5, (5).bit_length(), max(1, 2**3))
for zero in ("1 / 0", "1 // 0", "1 % 0"):
    try:
        left, operator, right = zero.split()
        if operator == "/":
            int(left) / int(right)
        elif operator == "//":
            int(left) // int(right)
        else:
            int(left) % int(right)
    except ZeroDivisionError as error:
        print(zero, "->", error)
