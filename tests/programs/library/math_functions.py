"""Functions of floats: rounding, roots, angles, logarithms, and what is outside their domain."""

import math
from math import pi, sqrt

print(sqrt(2), math.sin(0), math.cos(pi), math.log(8, 2), math.log2(8), math.log10(1000), math.pow(2, 0.5))
print(math.floor(2.7), math.floor(-2.7), math.ceil(2.1), math.trunc(-2.9), math.fabs(-3))
print(math.hypot(3, 4), math.hypot(1, 2, 2), math.dist((0, 0), (3, 4)), math.degrees(pi), math.radians(180))
print(math.isclose(0.1 + 0.2, 0.3), math.isnan(math.nan), math.isinf(-math.inf), math.fsum([0.1] * 10))
print(math.copysign(3, -0.0), math.fmod(7, 3), math.modf(3.25), math.frexp(8), math.ldexp(0.5, 4), math.ulp(1.0))
print(math.log(10**400), math.atan2(0, -1), math.prod([1.5, 2]), math.tau, math.e)
for attempt in (
    lambda: sqrt(-1),
    lambda: math.log(0),
    lambda: math.log("a"),
    lambda: math.exp(1000),
    lambda: math.floor(math.inf),
    lambda: math.floor("x"),
    lambda: sqrt(10**400),
    lambda: sqrt(),
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
