from time import _days, _date, _format, _parse, gmtime as _gmtime, struct_time as _struct_time, time as _now
import warnings as _warnings

MINYEAR = 1
MAXYEAR = 9999


class _Ordered:
    def __eq__(self, other):
        key = self._compare(other)
        return key if key is NotImplemented else key == 0

    def __lt__(self, other):
        key = self._compare(other)
        return key if key is NotImplemented else key < 0

    def __le__(self, other):
        key = self._compare(other)
        return key if key is NotImplemented else key <= 0

    def __gt__(self, other):
        key = self._compare(other)
        return key if key is NotImplemented else key > 0

    def __ge__(self, other):
        key = self._compare(other)
        return key if key is NotImplemented else key >= 0

    def __hash__(self):
        return hash(self._key())

    def _compare(self, other):
        if not isinstance(other, _Ordered) or type(self)._kind != type(other)._kind:
            return NotImplemented
        mine = self._key()
        theirs = other._key()
        return (mine > theirs) - (mine < theirs)


class timedelta(_Ordered):
    _kind = "timedelta"

    def __init__(self, days=0, seconds=0, microseconds=0, milliseconds=0, minutes=0, hours=0, weeks=0):
        exact = 0
        rest = 0.0
        for value, unit in (
            (days, 86400000000), (seconds, 1000000), (microseconds, 1), (milliseconds, 1000), (minutes, 60000000),
            (hours, 3600000000), (weeks, 604800000000),
        ):
            if isinstance(value, float):
                whole = int(value)
                exact += whole * unit
                rest += (value - whole) * unit
            elif isinstance(value, int):
                exact += value * unit
            else:
                raise TypeError(f"unsupported type for timedelta component: {type(value).__name__}")
        self._us = exact + round(rest)
        if abs(self._us) >= 86400000000 * 1000000000:
            raise OverflowError(f"days={self.days}; must have magnitude <= 999999999")

    def _key(self):
        return self._us

    @property
    def days(self):
        return self._us // 86400000000

    @property
    def seconds(self):
        return self._us // 1000000 % 86400

    @property
    def microseconds(self):
        return self._us % 1000000

    def total_seconds(self):
        return self._us / 1000000

    def __repr__(self):
        parts = [f"{name}={getattr(self, name)}" for name in ("days", "seconds", "microseconds") if getattr(self, name)]
        return "datetime.timedelta(" + (", ".join(parts) or "0") + ")"

    def __str__(self):
        minutes, seconds = divmod(self.seconds, 60)
        text = f"{minutes // 60}:{minutes % 60:02}:{seconds:02}"
        if self.days:
            text = f"{self.days} day{'' if abs(self.days) == 1 else 's'}, " + text
        return text + (f".{self.microseconds:06}" if self.microseconds else "")

    def __bool__(self):
        return self._us != 0

    def __add__(self, other):
        return _delta(self._us + other._us) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        return _delta(self._us - other._us) if isinstance(other, timedelta) else NotImplemented

    def __neg__(self):
        return _delta(-self._us)

    def __pos__(self):
        return self

    def __abs__(self):
        return _delta(abs(self._us))

    def __mul__(self, other):
        return _delta(round(self._us * other)) if isinstance(other, (int, float)) else NotImplemented

    __rmul__ = __mul__

    def __truediv__(self, other):
        if isinstance(other, timedelta):
            return self._us / other._us
        return _delta(round(self._us / other)) if isinstance(other, (int, float)) else NotImplemented

    def __floordiv__(self, other):
        if isinstance(other, timedelta):
            return self._us // other._us
        return _delta(self._us // other) if isinstance(other, int) else NotImplemented

    def __mod__(self, other):
        return _delta(self._us % other._us) if isinstance(other, timedelta) else NotImplemented


def _delta(microseconds):
    return timedelta(0, 0, microseconds)


timedelta.min = timedelta(-999999999)
timedelta.max = timedelta(999999999, 86399, 999999)
timedelta.resolution = timedelta(0, 0, 1)


class tzinfo:
    def utcoffset(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement utcoffset()")

    def tzname(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement tzname()")

    def dst(self, dt):
        raise NotImplementedError("a tzinfo subclass must implement dst()")

    def fromutc(self, dt):
        return dt + self.utcoffset(dt)


class timezone(tzinfo):
    def __init__(self, offset, name=None):
        if not isinstance(offset, timedelta):
            raise TypeError(f"timezone() argument 1 must be datetime.timedelta, not {type(offset).__name__}")
        if abs(offset) >= timedelta(1):
            raise ValueError(
                "offset must be a timedelta strictly between -timedelta(hours=24) and timedelta(hours=24), "
                f"not {offset!r}."
            )
        self._offset = offset
        self._name = name

    def utcoffset(self, dt):
        return self._offset

    def dst(self, dt):
        return None

    def tzname(self, dt):
        if self._name is not None:
            return self._name
        return "UTC" + _offset_text(self._offset, ":") if self._offset else "UTC"

    def __str__(self):
        return self.tzname(None)

    def __repr__(self):
        if self is timezone.utc:
            return "datetime.timezone.utc"
        name = "" if self._name is None else f", {self._name!r}"
        return f"datetime.timezone({self._offset!r}{name})"

    def __eq__(self, other):
        return isinstance(other, timezone) and self._offset == other._offset

    def __hash__(self):
        return hash(self._offset)


def _offset_text(offset, separator):
    if offset is None:
        return ""
    minutes = abs(offset._us) // 60000000
    return f"{'-' if offset._us < 0 else '+'}{minutes // 60:02}{separator}{minutes % 60:02}"


UTC = timezone(timedelta(0))
timezone.utc = UTC
timezone.max = timezone(timedelta(0, 86340))
timezone.min = timezone(timedelta(0, -86340))


def _check(name, value, low, high):
    if not isinstance(value, int):
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    if not low <= value <= high:
        raise ValueError(f"{name} is out of range" if name == "day" else f"{name} must be in {low}..{high}")
    return value


def _check_date(year, month, day):
    if not MINYEAR <= year <= MAXYEAR:
        raise ValueError(f"year {year} is out of range")
    if not 1 <= month <= 12:
        raise ValueError("month must be in 1..12")
    after = _days(year + month // 12, month % 12 + 1, 1)
    if not 1 <= day <= after - _days(year, month, 1):
        raise ValueError("day is out of range for month")


def _old(name, instead):
    _warnings._old(
        f"datetime.datetime.{name}() is deprecated and scheduled for removal in a future version. "
        f"Use timezone-aware objects {instead}."
    )


def _tuple(seconds):
    return _struct_time(_gmtime(seconds)[:8] + (-1,))
