"""float: printing, special values, rounding, conversion."""

print(0.1 + 0.2, 1 / 3, 2.0, 1e16, 1e15, 1e-5, 0.0001, 123456789.123456789)
print(1.5e300 * 1e10, -0.0, 5e-324, 1.7976931348623157e308)
inf = float("inf")
nan = float("nan")
print(inf, -inf, nan, nan == nan, inf > 10**400, inf - inf)
print(7.5 // 2, 7.5 % 2, -7.5 // 2, -7.5 % 2, 2.0**0.5, 2**0.5)
print(round(2.5), round(3.5), round(-2.5), round(1.005, 2), round(1234.5678, -2))
print(int(1e10), float("3.25"), float(3), float(" 1e3 "), str(1.0), repr(0.1))
print(1.0.is_integer(), 2.5.is_integer(), abs(-1.5), max(1, 1.5), sum([0.1] * 10))
print(100 * 1.1, 1e100, 12345678901234567.0, 1.0 == 1)
try:
    1.0 / 0
except ZeroDivisionError as error:
    print(error)
