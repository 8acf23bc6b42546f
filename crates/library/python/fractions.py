import math as _math


def _parse(text):
    bare = text.strip().replace("_", "")
    try:
        top, slash, bottom = bare.partition("/")
        if slash:
            return int(top), int(bottom)
        number, _, power = bare.lower().partition("e")
        whole, _, fraction = number.partition(".")
        shift = int(power or "0") - len(fraction)
        digits = int(whole + fraction)
        return (digits * 10**shift, 1) if shift >= 0 else (digits, 10**-shift)
    except ValueError:
        raise ValueError(f"Invalid literal for Fraction: {text!r}") from None


class Fraction:
    __slots__ = ("_numerator", "_denominator")

    def __new__(cls, numerator=0, denominator=None):
        if denominator is None:
            if isinstance(numerator, str):
                top, bottom = _parse(numerator)
            elif isinstance(numerator, (int, Fraction)):
                top, bottom = numerator.numerator, numerator.denominator
            elif hasattr(numerator, "as_integer_ratio"):
                top, bottom = numerator.as_integer_ratio()
            else:
                raise TypeError("argument should be a string or a Rational instance or have the as_integer_ratio() method")
        elif isinstance(numerator, (int, Fraction)) and isinstance(denominator, (int, Fraction)):
            top = numerator.numerator * denominator.denominator
            bottom = numerator.denominator * denominator.numerator
        else:
            raise TypeError("both arguments should be Rational instances")
        if bottom == 0:
            raise ZeroDivisionError(f"Fraction({top}, 0)")
        shared = _math.gcd(top, bottom) * (-1 if bottom < 0 else 1)
        made = super().__new__(cls)
        made._numerator, made._denominator = top // shared, bottom // shared
        return made

    @classmethod
    def from_float(cls, f):
        return cls(f)

    from_decimal = from_float

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def is_integer(self):
        return self._denominator == 1

    def as_integer_ratio(self):
        return self._numerator, self._denominator

    def limit_denominator(self, max_denominator=1000000):
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        p0, q0, p1, q1 = 0, 1, 1, 0
        n, d = self._numerator, self._denominator
        while True:
            a = n // d
            q2 = q0 + a * q1
            if q2 > max_denominator:
                break
            p0, q0, p1, q1 = p1, q1, p0 + a * p1, q2
            n, d = d, n - a * d
        k = (max_denominator - q0) // q1
        if 2 * d * (q0 + k * q1) <= self._denominator:
            return Fraction(p1, q1)
        return Fraction(p0 + k * p1, q0 + k * q1)

    def __repr__(self):
        return f"{type(self).__name__}({self._numerator}, {self._denominator})"

    def __str__(self):
        return str(self._numerator) if self._denominator == 1 else f"{self._numerator}/{self._denominator}"

    def __format__(self, spec):
        return format(float(self) if spec[-1:] in tuple("eEfFgG%") else str(self), spec)

    def __add__(self, other):
        return _combine(self, other, lambda a, b, c, d: (a * d + c * b, b * d), lambda x, y: x + y)

    def __sub__(self, other):
        return _combine(self, other, lambda a, b, c, d: (a * d - c * b, b * d), lambda x, y: x - y)

    def __mul__(self, other):
        return _combine(self, other, lambda a, b, c, d: (a * c, b * d), lambda x, y: x * y)

    def __truediv__(self, other):
        return _combine(self, other, lambda a, b, c, d: (a * d, b * c), lambda x, y: x / y)

    def __floordiv__(self, other):
        if isinstance(other, (int, Fraction)):
            return (self._numerator * other.denominator) // (self._denominator * other.numerator)
        return float(self) // other if isinstance(other, float) else NotImplemented

    def __mod__(self, other):
        return self - other * (self // other) if isinstance(other, (int, float, Fraction)) else NotImplemented

    def __divmod__(self, other):
        return self // other, self % other

    __radd__, __rmul__ = __add__, __mul__

    def __rsub__(self, other):
        return -self + other

    def __rtruediv__(self, other):
        return Fraction(other) / self if isinstance(other, int) else other / float(self) if isinstance(other, float) else NotImplemented

    def __rfloordiv__(self, other):
        return Fraction(other) // self if isinstance(other, int) else other // float(self)

    def __rmod__(self, other):
        return Fraction(other) % self if isinstance(other, int) else other % float(self)

    def __pow__(self, other):
        if isinstance(other, (int, Fraction)) and other.denominator == 1:
            power = other.numerator
            if power >= 0:
                return Fraction(self._numerator**power, self._denominator**power)
            return Fraction(self._denominator**-power, self._numerator**-power)
        return float(self) ** float(other)

    def __rpow__(self, other):
        return other**self._numerator if self._denominator == 1 else other ** float(self)

    def __neg__(self):
        return Fraction(-self._numerator, self._denominator)

    def __pos__(self):
        return Fraction(self)

    def __abs__(self):
        return Fraction(abs(self._numerator), self._denominator)

    def __int__(self):
        return -(-self._numerator // self._denominator) if self._numerator < 0 else self._numerator // self._denominator

    __trunc__ = __int__

    def __float__(self):
        return self._numerator / self._denominator

    def __floor__(self):
        return self._numerator // self._denominator

    def __ceil__(self):
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        if ndigits is not None:
            shift = 10 ** abs(ndigits)
            return Fraction(round(self * shift), shift) if ndigits > 0 else Fraction(round(self / shift) * shift)
        whole, rest = divmod(self._numerator, self._denominator)
        up = rest * 2 > self._denominator or rest * 2 == self._denominator and whole % 2
        return whole + 1 if up else whole

    def __bool__(self):
        return self._numerator != 0

    def __hash__(self):
        if self._denominator == 1:
            return hash(self._numerator)
        prime = (1 << 61) - 1
        if self._denominator % prime == 0:
            return hash(float("inf"))
        size = abs(self._numerator) * pow(self._denominator, -1, prime) % prime
        return -2 if self._numerator < 0 and size == 1 else size if self._numerator > 0 else -size

    def __eq__(self, other):
        if isinstance(other, (int, Fraction)):
            return self._numerator == other.numerator and self._denominator == other.denominator
        return float(self) == other if isinstance(other, float) else NotImplemented

    def __lt__(self, other):
        return _ordered(self, other, lambda a, b: a < b)

    def __le__(self, other):
        return _ordered(self, other, lambda a, b: a <= b)

    def __gt__(self, other):
        return _ordered(self, other, lambda a, b: a > b)

    def __ge__(self, other):
        return _ordered(self, other, lambda a, b: a >= b)


def _combine(left, right, exact, rough):
    if isinstance(right, (int, Fraction)):
        return Fraction(*exact(left._numerator, left._denominator, right.numerator, right.denominator))
    return rough(float(left), right) if isinstance(right, float) else NotImplemented


def _ordered(left, right, compare):
    if isinstance(right, (int, Fraction)):
        return compare(left._numerator * right.denominator, right.numerator * left._denominator)
    return compare(float(left), right) if isinstance(right, float) else NotImplemented
