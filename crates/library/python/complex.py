# `complex`: a pair of floats. A program that has an imaginary number in it, or the name, gets this module.
import builtins as _builtins
import math as _math


def _shown(number):
    text = repr(number)
    return text[:-2] if text.endswith(".0") else text


def _parts(value):
    if isinstance(value, complex):
        return value.real, value.imag
    if isinstance(value, (int, float)):
        return float(value), 0.0
    return None


def _read(text):
    bare = text.strip()
    if bare[:1] == "(" and bare[-1:] == ")":
        bare = bare[1:-1].strip()
    real, imaginary = "0", bare
    if bare[-1:] not in ("j", "J"):
        real, imaginary = bare, "0j"
    else:
        for place in range(len(bare) - 2, 0, -1):
            if bare[place] in "+-" and bare[place - 1] not in "eE":
                real, imaginary = bare[:place], bare[place:]
                break
    imaginary = imaginary[:-1]
    if imaginary in ("", "+", "-"):
        imaginary += "1"
    try:
        return float(real), float(imaginary)
    except ValueError:
        raise ValueError("complex() arg is a malformed string") from None


def _make(real, imaginary):
    value = object.__new__(complex)
    object.__setattr__(value, "real", real)
    object.__setattr__(value, "imag", imaginary)
    return value


def _power(x, y, a, b):
    if a == 0 and b == 0:
        return 1.0, 0.0
    if x == 0 and y == 0:
        if b != 0 or a < 0:
            raise ZeroDivisionError("zero to a negative or complex power")
        return 0.0, 0.0
    if b == 0 and a == int(a) and abs(a) <= 100:
        real, imaginary, square, left = 1.0, 0.0, (x, y), int(abs(a))
        while left:
            if left & 1:
                real, imaginary = real * square[0] - imaginary * square[1], real * square[1] + imaginary * square[0]
            square = square[0] * square[0] - square[1] * square[1], 2.0 * square[0] * square[1]
            left >>= 1
        return (real, imaginary) if a > 0 else _quotient(1.0, 0.0, real, imaginary)
    size, angle = _math.hypot(x, y), _math.atan2(y, x)
    length = size ** a
    turn = angle * a
    if b != 0:
        length *= _math.exp(-angle * b)
        turn += b * _math.log(size)
    return length * _math.cos(turn), length * _math.sin(turn)


def _quotient(x, y, a, b):
    if a == 0 and b == 0:
        raise ZeroDivisionError("complex division by zero")
    if abs(a) >= abs(b):
        ratio = b / a
        size = a + b * ratio
        return (x + y * ratio) / size, (y - x * ratio) / size
    ratio = a / b
    size = a * ratio + b
    return (x * ratio + y) / size, (y * ratio - x) / size


class complex:
    __module__ = "builtins"

    def __new__(cls, real=0.0, imag=0.0):
        if isinstance(real, str):
            return _make(*_read(real))
        if hasattr(type(real), "__complex__") and not isinstance(real, complex):
            real = type(real).__complex__(real)
        if not isinstance(real, complex) and hasattr(type(real), "__float__"):
            real = float(real)
        pairs = _parts(real), _parts(imag)
        if None in pairs:
            wrong = type(real if pairs[0] is None else imag).__name__
            place = "first" if pairs[0] is None else "second"
            raise TypeError(f"complex() {place} argument must be a string or a number, not '{wrong}'"
                            if place == "first" else f"complex() second argument must be a number, not '{wrong}'")
        (x, y), (a, b) = pairs
        return _make(x - b, y + a)

    def __setattr__(self, name, value):
        if name in ("real", "imag"):
            raise AttributeError("readonly attribute")
        raise AttributeError(f"'complex' object has no attribute {name!r}")

    def conjugate(self):
        return _make(self.real, -self.imag)

    def __abs__(self):
        return _math.hypot(self.real, self.imag)

    def __neg__(self):
        return _make(-self.real, -self.imag)

    def __pos__(self):
        return self

    def __bool__(self):
        return self.real != 0 or self.imag != 0

    def __complex__(self):
        return self

    def __eq__(self, other):
        pair = _parts(other)
        return NotImplemented if pair is None else pair == (self.real, self.imag)

    def __hash__(self):
        return hash(self.real) + 1000003 * hash(self.imag)

    def __add__(self, other):
        pair = _parts(other)
        return NotImplemented if pair is None else _make(self.real + pair[0], self.imag + pair[1])

    __radd__ = __add__

    def __sub__(self, other):
        pair = _parts(other)
        return NotImplemented if pair is None else _make(self.real - pair[0], self.imag - pair[1])

    def __rsub__(self, other):
        pair = _parts(other)
        return NotImplemented if pair is None else _make(pair[0] - self.real, pair[1] - self.imag)

    def __mul__(self, other):
        pair = _parts(other)
        if pair is None:
            return NotImplemented
        x, y, (a, b) = self.real, self.imag, pair
        return _make(x * a - y * b, x * b + y * a)

    __rmul__ = __mul__

    def __truediv__(self, other):
        pair = _parts(other)
        return NotImplemented if pair is None else _make(*_quotient(self.real, self.imag, *pair))

    def __rtruediv__(self, other):
        pair = _parts(other)
        return NotImplemented if pair is None else _make(*_quotient(*pair, self.real, self.imag))

    def __pow__(self, other):
        pair = _parts(other)
        return NotImplemented if pair is None else _make(*_power(self.real, self.imag, *pair))

    def __rpow__(self, other):
        pair = _parts(other)
        return NotImplemented if pair is None else _make(*_power(*pair, self.real, self.imag))

    def __repr__(self):
        if self.real == 0 and _math.copysign(1.0, self.real) > 0:
            return _shown(self.imag) + "j"
        sign = "" if _shown(self.imag)[0] == "-" else "+"
        return f"({_shown(self.real)}{sign}{_shown(self.imag)}j)"

    def __format__(self, spec):
        if not spec:
            return repr(self)
        if spec[-1].isalpha():
            inner = spec.lstrip("<>^")
            imaginary = format(self.imag, "+" + inner.lstrip("+-"))
            return format(self.real, inner) + imaginary + "j"
        return format(repr(self), spec)


_builtins.complex = complex
