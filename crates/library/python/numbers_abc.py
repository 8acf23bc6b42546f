from abc import ABCMeta as _ABCMeta


# The built-in numbers are known by their names, so that no module has to be there for this one.
class Number(metaclass=_ABCMeta):
    __slots__ = ()
    __hash__ = None
    _known = ("int", "float", "complex", "Fraction", "Decimal")

    @classmethod
    def __subclasshook__(cls, other):
        for kind in other.__mro__:
            if kind.__name__ in cls._known and kind.__module__ in ("builtins", "fractions", "decimal"):
                return True
        return NotImplemented


class Complex(Number):
    __slots__ = ()
    _known = ("int", "float", "complex", "Fraction")


class Real(Complex):
    __slots__ = ()
    _known = ("int", "float", "Fraction")


class Rational(Real):
    __slots__ = ()
    _known = ("int", "Fraction")


class Integral(Rational):
    __slots__ = ()
    _known = ("int",)
