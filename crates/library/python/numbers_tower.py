from abc import ABCMeta as _ABCMeta
from abc import abstractmethod as _abstractmethod
import _complex


class Number(metaclass=_ABCMeta):
    __hash__ = None

    # Fractions and decimals belong here without this module's knowing theirs.
    @classmethod
    def __subclasshook__(cls, other):
        for base in other.__mro__:
            if (base.__module__, base.__name__) == ("fractions", "Fraction"):
                return cls in (Number, Complex, Real, Rational) or NotImplemented
            if (base.__module__, base.__name__) == ("decimal", "Decimal"):
                return cls is Number or NotImplemented
        return NotImplemented


class Complex(Number):
    @_abstractmethod
    def __complex__(self):
        pass

    def __bool__(self):
        return self != 0

    @property
    @_abstractmethod
    def real(self):
        raise NotImplementedError

    @property
    @_abstractmethod
    def imag(self):
        raise NotImplementedError

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other


class Real(Complex):
    @_abstractmethod
    def __float__(self):
        raise NotImplementedError

    @property
    def real(self):
        return +self

    @property
    def imag(self):
        return 0

    def conjugate(self):
        return +self


class Rational(Real):
    @property
    @_abstractmethod
    def numerator(self):
        raise NotImplementedError

    @property
    @_abstractmethod
    def denominator(self):
        raise NotImplementedError

    def __float__(self):
        return int(self.numerator) / int(self.denominator)


class Integral(Rational):
    @_abstractmethod
    def __int__(self):
        raise NotImplementedError

    def __index__(self):
        return int(self)

    @property
    def numerator(self):
        return +self

    @property
    def denominator(self):
        return 1


Integral.register(int)
Real.register(float)
Complex.register(complex)
