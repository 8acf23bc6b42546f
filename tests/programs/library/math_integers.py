"""Functions of integers of any size: factorials, divisors, combinations, roots."""

import math

print(math.factorial(20), math.factorial(30), math.gcd(12, 18, 30), math.gcd(), math.lcm(4, 6, 10))
print(math.comb(5, 2), math.comb(60, 30), math.perm(5, 2), math.perm(4), math.comb(2, 3))
print(math.isqrt(17), math.isqrt(10**40), math.prod(range(1, 6)), math.prod([], start=7))
for attempt in (lambda: math.factorial(-1), lambda: math.factorial(2.5), lambda: math.isqrt(-1), lambda: math.gcd(1.5)):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
