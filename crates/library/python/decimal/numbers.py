# A quotient with its rest, which are not negative, rounded to a whole number.
def _rounded(quotient, rest, divisor, negative, rounding):
    if rest == 0:
        return quotient
    twice = 2 * rest
    if rounding == ROUND_HALF_EVEN:
        up = twice > divisor or twice == divisor and quotient % 2
    elif rounding == ROUND_HALF_UP:
        up = twice >= divisor
    elif rounding == ROUND_HALF_DOWN:
        up = twice > divisor
    elif rounding == ROUND_UP:
        up = True
    elif rounding == ROUND_DOWN:
        up = False
    elif rounding == ROUND_CEILING:
        up = not negative
    elif rounding == ROUND_FLOOR:
        up = negative
    elif rounding == ROUND_05UP:
        up = quotient % 5 == 0
    else:
        raise TypeError("invalid rounding mode")
    return quotient + 1 if up else quotient


# A number is a sign, a whole number and the power of ten that it is multiplied by; or "inf" or "nan".
class Decimal:
    def __new__(cls, value="0", context=None):
        self = object.__new__(cls)
        if isinstance(value, Decimal):
            self._negative, self._digits, self._power, self._special = value._parts()
        elif isinstance(value, int):
            self._set(value < 0, abs(int(value)), 0)
        elif isinstance(value, float):
            self._from_float(value)
        elif isinstance(value, str):
            self._parse(value)
        elif isinstance(value, (tuple, list)):
            sign, digits, power = value
            self._set(bool(sign), int("".join([str(digit) for digit in digits]) or "0"), power)
        else:
            raise TypeError(f"conversion from {type(value).__name__} to Decimal is not supported")
        return self

    def _set(self, negative, digits, power, special=None):
        self._negative, self._digits, self._power, self._special = negative, digits, power, special

    def _parts(self):
        return self._negative, self._digits, self._power, self._special

    def _from_float(self, value):
        if value != value:
            self._set(False, 0, 0, "NaN")
        elif value in (float("inf"), float("-inf")):
            self._set(value < 0, 0, 0, "Infinity")
        else:
            top, bottom = abs(value).as_integer_ratio()
            power = bottom.bit_length() - 1
            self._set(value < 0 or str(value)[0] == "-", top * 5**power, -power)

    def _parse(self, text):
        plain = text.strip().replace("_", "").lower()
        negative = plain.startswith("-")
        if plain[:1] in ("+", "-"):
            plain = plain[1:]
        if plain in ("inf", "infinity", "nan", "snan"):
            self._set(negative, 0, 0, "Infinity" if plain[0] == "i" else "NaN")
            return
        mantissa, mark, power = plain.partition("e")
        whole, point, fraction = mantissa.partition(".")
        digits = whole + fraction
        signless = power[1:] if power[:1] in ("+", "-") else power
        if not (digits.isdecimal() and digits.isascii()) or mark and not signless.isdecimal():
            raise InvalidOperation([ConversionSyntax])
        self._set(negative, int(digits), (int(power) if mark else 0) - len(fraction))

    @classmethod
    def from_float(cls, f):
        return cls(f)

    def _fixed(self, context=None):
        context = context or getcontext()
        if self._special:
            return self
        size = len(str(self._digits))
        if size <= context.prec:
            return self
        divisor = 10 ** (size - context.prec)
        quotient, rest = divmod(self._digits, divisor)
        digits = _rounded(quotient, rest, divisor, self._negative, context.rounding)
        power = self._power + size - context.prec
        if len(str(digits)) > context.prec:
            digits //= 10
            power += 1
        return _make(self._negative, digits, power)

    def _signed(self):
        return -self._digits if self._negative else self._digits

    def is_nan(self):
        return self._special == "NaN"

    def is_infinite(self):
        return self._special == "Infinity"

    def is_finite(self):
        return self._special is None

    def is_zero(self):
        return self._special is None and self._digits == 0

    def is_signed(self):
        return self._negative

    def as_tuple(self):
        digits = tuple([int(digit) for digit in str(self._digits)])
        return DecimalTuple(int(self._negative), digits, self._power if self._special is None else self._special[0])

    def as_integer_ratio(self):
        if self._power >= 0:
            return self._signed() * 10**self._power, 1
        import math
        bottom = 10**-self._power
        common = math.gcd(self._digits, bottom)
        return self._signed() // common, bottom // common

    def adjusted(self):
        return self._power + len(str(self._digits)) - 1

    def __str__(self):
        sign = "-" if self._negative else ""
        if self._special:
            return sign + self._special
        digits = str(self._digits)
        left = self._power + len(digits)
        if self._power <= 0 and left > -6:
            if self._power == 0:
                return sign + digits
            if left > 0:
                return sign + digits[:left] + "." + digits[left:]
            return sign + "0." + "0" * -left + digits
        point = "." if len(digits) > 1 else ""
        return f"{sign}{digits[0]}{point}{digits[1:]}E{left - 1:+d}"

    def __repr__(self):
        return f"Decimal('{self}')"

    def __format__(self, spec):
        if not spec:
            return str(self)
        place = 0
        while place < len(spec) and not (spec[place] == "." and spec[place + 1 : place + 2].isdecimal()):
            place += 1
        kind = spec[-1] if spec[-1].isalpha() or spec[-1] == "%" else ""
        body = spec[: len(spec) - len(kind)]
        layout, digits = body[:place], body[place + 1 :]
        value = self
        if kind == "%":
            value = self * 100
        if kind in ("f", "F", "%") and digits:
            value = value.quantize(_make(False, 1, -int(digits)), _wide())
        elif digits and not kind:
            value = value._fixed(Context(int(digits)))
        elif kind in ("e", "E", "g", "G"):
            return format(float(self), spec)
        text = str(value)
        if "E" in text and kind in ("f", "F", "%"):
            text = format(value._signed() * 10 ** max(value._power, 0), "d")
        if kind == "%":
            text += "%"
        return _laid_out(text, layout)

    def __hash__(self):
        if self._special:
            return hash(float(str(self).lower().replace("infinity", "inf")))
        top, bottom = self.as_integer_ratio()
        return hash(top) if bottom == 1 else hash(top / bottom)

    def __bool__(self):
        return self._special is not None or self._digits != 0

    def __int__(self):
        if self._special:
            raise ValueError(f"cannot convert {'NaN' if self.is_nan() else 'Infinity'} to integer")
        whole = self._digits * 10**self._power if self._power >= 0 else self._digits // 10**-self._power
        return -whole if self._negative else whole

    __trunc__ = __int__

    def __float__(self):
        return float(str(self).lower().replace("infinity", "inf"))

    def __floor__(self):
        return int(self.to_integral_value(ROUND_FLOOR))

    def __ceil__(self):
        return int(self.to_integral_value(ROUND_CEILING))

    def __round__(self, n=None):
        if n is None:
            return int(self.to_integral_value(ROUND_HALF_EVEN))
        return self.quantize(_make(False, 1, -n))

    def __neg__(self):
        return _make(not self._negative and self._digits != 0, self._digits, self._power, self._special)._fixed()

    def __pos__(self):
        return self._fixed()

    def __abs__(self):
        return _make(False, self._digits, self._power, self._special)._fixed()

    def copy_abs(self):
        return abs(self)

    def copy_negate(self):
        return _make(not self._negative, self._digits, self._power, self._special)

