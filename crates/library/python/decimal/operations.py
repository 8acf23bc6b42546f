    def _compared(self, other):
        if self._special or other._special:
            mine, its = float(self), float(other)
            return (mine > its) - (mine < its)
        power = min(self._power, other._power)
        mine = self._signed() * 10 ** (self._power - power)
        its = other._signed() * 10 ** (other._power - power)
        return (mine > its) - (mine < its)

    def compare(self, other):
        return Decimal(self._compared(Decimal(other)))

    def __eq__(self, other):
        other = _comparable(other)
        if other is NotImplemented:
            return other
        return not self.is_nan() and not other.is_nan() and self._compared(other) == 0

    def _ordered(self, other, wanted):
        other = _comparable(other)
        if other is NotImplemented:
            return other
        if self.is_nan() or other.is_nan():
            raise InvalidOperation("comparison involving NaN")
        return self._compared(other) in wanted

    def __lt__(self, other):
        return self._ordered(other, (-1,))

    def __le__(self, other):
        return self._ordered(other, (-1, 0))

    def __gt__(self, other):
        return self._ordered(other, (1,))

    def __ge__(self, other):
        return self._ordered(other, (0, 1))

    def __add__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return other
        if self._special or other._special:
            return _special(float(self) + float(other))
        power = min(self._power, other._power)
        total = self._signed() * 10 ** (self._power - power) + other._signed() * 10 ** (other._power - power)
        return _make(total < 0, abs(total), power)._fixed()

    __radd__ = __add__

    def __sub__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return other
        return self + other.copy_negate()

    def __rsub__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other - self

    def __mul__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return other
        if self._special or other._special:
            return _special(float(self) * float(other))
        negative = self._negative != other._negative
        return _make(negative, self._digits * other._digits, self._power + other._power)._fixed()

    __rmul__ = __mul__

    def __truediv__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return other
        if self._special or other._special:
            return _special(float(self) / float(other))
        if not other._digits:
            raise DivisionByZero([DivisionByZero]) if self._digits else InvalidOperation([DivisionUndefined])
        negative = self._negative != other._negative
        context = getcontext()
        ideal = self._power - other._power
        shift = max(0, context.prec + len(str(other._digits)) - len(str(self._digits)) + 1)
        quotient, rest = divmod(self._digits * 10**shift, other._digits)
        power = ideal - shift
        if rest:
            # A digit behind all others says that there is more, so that rounding is right.
            return _make(negative, quotient * 10 + 1, power - 1)._fixed()
        while power < ideal and quotient % 10 == 0:
            quotient //= 10
            power += 1
        return _make(negative, quotient, power)._fixed()

    def __rtruediv__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other / self

    def _divided(self, other):
        if not other._digits:
            raise DivisionByZero([DivisionByZero]) if self._digits else InvalidOperation([DivisionUndefined])
        power = min(self._power, other._power)
        top = self._digits * 10 ** (self._power - power)
        bottom = other._digits * 10 ** (other._power - power)
        quotient, rest = divmod(top, bottom)
        if len(str(quotient)) > getcontext().prec:
            raise InvalidOperation([InvalidOperation])
        whole = _make(self._negative != other._negative, quotient, 0)
        return whole, _make(self._negative, rest, power)._fixed()

    def __floordiv__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else self._divided(other)[0]

    def __rfloordiv__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other // self

    def __mod__(self, other):
        other = _operand(other)
        if other is NotImplemented:
            return other
        if not other._digits and self._digits:
            raise InvalidOperation([InvalidOperation])
        return self._divided(other)[1]

    def __rmod__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else other % self

    def __divmod__(self, other):
        other = _operand(other)
        return other if other is NotImplemented else self._divided(other)

    def __pow__(self, other, modulo=None):
        other = _operand(other)
        if other is NotImplemented:
            return other
        if other == int(other):
            count = int(other)
            negative = self._negative and count % 2 == 1
            raised = _make(negative, self._digits ** abs(count), self._power * abs(count))
            return raised._fixed() if count >= 0 else Decimal(1) / raised
        return Decimal(repr(float(self) ** float(other)))

    def __rpow__(self, other):
        return Decimal(other) ** self

    def sqrt(self, context=None):
        if self._negative and self._digits:
            raise InvalidOperation([InvalidOperation])
        import math
        context = context or getcontext()
        shift = 2 * context.prec + 2
        power = self._power - shift
        digits = self._digits * 10**shift
        if power % 2:
            digits *= 10
            power -= 1
        root = math.isqrt(digits)
        if root * root != digits:
            return _make(False, root * 10 + 1, power // 2 - 1)._fixed(context)
        power //= 2
        while power < self._power // 2 and root % 10 == 0:
            root //= 10
            power += 1
        return _make(False, root, power)._fixed(context)

    def quantize(self, exp, rounding=None, context=None):
        if isinstance(rounding, Context):
            context, rounding = rounding, None
        context = context or getcontext()
        power = Decimal(exp)._power
        digits = self._digits * 10 ** max(self._power - power, 0)
        if self._power < power:
            divisor = 10 ** (power - self._power)
            quotient, rest = divmod(digits, divisor)
            digits = _rounded(quotient, rest, divisor, self._negative, rounding or context.rounding)
        if len(str(digits)) > context.prec:
            raise InvalidOperation([InvalidOperation])
        return _make(self._negative, digits, power)

    def to_integral_value(self, rounding=None, context=None):
        if self._power >= 0:
            return self
        return self.quantize(_make(False, 1, 0), rounding, context or _wide())

    to_integral = to_integral_value

    def normalize(self, context=None):
        fixed = self._fixed(context)
        digits, power = fixed._digits, fixed._power
        if not digits:
            return _make(self._negative, 0, 0)
        while digits % 10 == 0:
            digits //= 10
            power += 1
        return _make(fixed._negative, digits, power)

    def max(self, other):
        other = Decimal(other)
        return other if self < other else self

    def min(self, other):
        other = Decimal(other)
        return other if other < self else self

    def scaleb(self, other):
        return _make(self._negative, self._digits, self._power + int(other), self._special)


