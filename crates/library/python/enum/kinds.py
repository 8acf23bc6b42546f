class Enum(metaclass=EnumType):
    def __init__(self, *args, **keywords):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        return sorted(last_values)[-1] + 1

    @classmethod
    def _missing_(cls, value):
        return None

    @property
    def name(self):
        return self._name_

    @property
    def value(self):
        return self._value_

    def __repr__(self):
        return f"<{type(self).__name__}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        return f"{type(self).__name__}.{self._name_}"

    def __format__(self, spec):
        return format(str(self), spec)

    def __setattr__(self, name, value):
        if name in ("name", "value") and "_name_" in self.__dict__:
            raise AttributeError(f"<enum 'Enum'> cannot set attribute {name!r}")
        object.__setattr__(self, name, value)

    def __copy__(self):
        return self

    def __deepcopy__(self, memo):
        return self


class ReprEnum(Enum):
    pass


class IntEnum(int, ReprEnum):
    def __str__(self):
        return int.__repr__(self)

    def __format__(self, spec):
        return format(self._value_, spec) if spec else str(self)


class StrEnum(str, ReprEnum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()

    def __str__(self):
        return self._value_

    def __format__(self, spec):
        return format(self._value_, spec) if spec else str(self)


class Flag(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        return 1 << max(last_values).bit_length()

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            return None
        every = 0
        for one in cls._member_map_.values():
            every |= one._value_
        if value < 0:
            value = every & value
            if value in cls._value2member_map_:
                return cls._value2member_map_[value]
        if value & ~every and not issubclass(cls, int):
            size = max(value.bit_length(), every.bit_length())
            raise ValueError(
                f"{cls!r} invalid value {value!r}\n    given 0b0 {value:0{size}b}\n  allowed 0b0 {every:0{size}b}"
            )
        one = int.__new__(cls, value) if issubclass(cls, int) else object.__new__(cls)
        one._value_ = value
        known = [name for name in cls._member_names_ if cls._member_map_[name]._value_ & value]
        rest = value & ~every
        one._name_ = "|".join(known + ([str(rest)] if rest else [])) if known else None
        return cls._value2member_map_.setdefault(value, one)

    def __iter__(self):
        cls = type(self)
        return iter([one for one in cls if one._value_ & self._value_])

    def __len__(self):
        return self._value_.bit_count()

    def __bool__(self):
        return bool(self._value_)

    def __contains__(self, other):
        if not isinstance(other, type(self)):
            raise TypeError(
                f"unsupported operand type(s) for 'in': {type(other).__qualname__!r} and {type(self).__qualname__!r}"
            )
        return other._value_ & self._value_ == other._value_

    def _with(self, other, combine):
        if isinstance(other, type(self)):
            other = other._value_
        elif not (isinstance(self, int) and isinstance(other, int)):
            return NotImplemented
        return type(self)(combine(self._value_, other))

    def __or__(self, other):
        return self._with(other, lambda a, b: a | b)

    def __and__(self, other):
        return self._with(other, lambda a, b: a & b)

    def __xor__(self, other):
        return self._with(other, lambda a, b: a ^ b)

    __ror__ = __or__
    __rand__ = __and__
    __rxor__ = __xor__

    def __invert__(self):
        return type(self)(~self._value_)

    def __repr__(self):
        name = type(self).__name__
        if self._name_ is None:
            return f"<{name}: {self._value_!r}>"
        return f"<{name}.{self._name_}: {self._value_!r}>"

    def __str__(self):
        name = type(self).__name__
        return f"{name}({self._value_!r})" if self._name_ is None else f"{name}.{self._name_}"


class IntFlag(int, Flag):
    __str__ = IntEnum.__str__
    __format__ = IntEnum.__format__
    __or__ = __ror__ = Flag.__or__
    __and__ = __rand__ = Flag.__and__
    __xor__ = __rxor__ = Flag.__xor__
    __invert__ = Flag.__invert__


def unique(enumeration):
    doubled = [f"{name} -> {one.name}" for name, one in enumeration.__members__.items() if name != one.name]
    if doubled:
        raise ValueError(f"duplicate values found in {enumeration!r}: {', '.join(doubled)}")
    return enumeration


def verify(*checks):
    return lambda cls: cls


property = property
UNIQUE = "one value per name"
