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
        return None


class timezone(tzinfo):
    def __init__(self, offset, name=None):
        self._offset = offset
        self._name = name

    def utcoffset(self, dt):
        return self._offset

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


class date(_Ordered):
    _kind = "date"

    def __init__(self, year, month=None, day=None):
        _check_date(year, month, day)
        self.year = year
        self.month = month
        self.day = day

    def _key(self):
        return (self.year, self.month, self.day)

    @classmethod
    def today(cls):
        return cls.fromtimestamp(_now())

    @classmethod
    def fromtimestamp(cls, timestamp):
        return cls(*_gmtime(timestamp)[:3])

    @classmethod
    def fromordinal(cls, n):
        return cls(*_date(n - 719163))

    @classmethod
    def fromisoformat(cls, text):
        try:
            year, month, day = text.split("-")
            return cls(int(year), int(month), int(day))
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {text!r}") from None

    def toordinal(self):
        return _days(self.year, self.month, self.day) + 719163

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def timetuple(self):
        return _tuple(_days(self.year, self.month, self.day) * 86400)

    def isoformat(self):
        return f"{self.year:04}-{self.month:02}-{self.day:02}"

    def strftime(self, format):
        return _format(format, self.timetuple(), 0, "", "")

    def ctime(self):
        return self.strftime("%a %b %e %H:%M:%S %Y")

    def replace(self, **fields):
        return type(self)(**({"year": self.year, "month": self.month, "day": self.day} | fields))

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return f"datetime.date({self.year}, {self.month}, {self.day})"

    def __add__(self, other):
        return self.fromordinal(self.toordinal() + other.days) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self.fromordinal(self.toordinal() - other.days)
        return timedelta(self.toordinal() - other.toordinal()) if isinstance(other, date) else NotImplemented


class time(_Ordered):
    _kind = "time"

    def __init__(self, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        self.hour = _check("hour", hour, 0, 23)
        self.minute = _check("minute", minute, 0, 59)
        self.second = _check("second", second, 0, 59)
        self.microsecond = _check("microsecond", microsecond, 0, 999999)
        self.tzinfo = tzinfo

    def _key(self):
        return (self.hour, self.minute, self.second, self.microsecond)

    def isoformat(self, timespec="auto"):
        return _clock_text(self, timespec)

    def strftime(self, format):
        return _format(format, (1900, 1, 1, self.hour, self.minute, self.second, 0, 1, -1), self.microsecond, "", "")

    def __format__(self, spec):
        return self.strftime(spec) if spec else str(self)

    def __str__(self):
        return self.isoformat()

    def __repr__(self):
        return "datetime.time(" + _clock_parts(self) + ")"


def _clock_parts(value):
    parts = [value.hour, value.minute]
    if value.second or value.microsecond:
        parts.append(value.second)
    if value.microsecond:
        parts.append(value.microsecond)
    return ", ".join([str(part) for part in parts])


def _clock_text(value, timespec):
    if timespec == "auto":
        timespec = "microseconds" if value.microsecond else "seconds"
    text = f"{value.hour:02}"
    if timespec != "hours":
        text += f":{value.minute:02}"
        if timespec != "minutes":
            text += f":{value.second:02}"
            if timespec == "milliseconds":
                text += f".{value.microsecond // 1000:03}"
            elif timespec == "microseconds":
                text += f".{value.microsecond:06}"
    return text


class datetime(date):
    _kind = "datetime"

    def __init__(self, year, month=None, day=None, hour=0, minute=0, second=0, microsecond=0, tzinfo=None, *, fold=0):
        date.__init__(self, year, month, day)
        self.hour = _check("hour", hour, 0, 23)
        self.minute = _check("minute", minute, 0, 59)
        self.second = _check("second", second, 0, 59)
        self.microsecond = _check("microsecond", microsecond, 0, 999999)
        self.tzinfo = tzinfo

    def _us(self):
        seconds = (self.toordinal() * 24 + self.hour) * 3600 + self.minute * 60 + self.second
        return seconds * 1000000 + self.microsecond

    def _key(self):
        offset = self.utcoffset()
        return self._us() - (offset._us if offset else 0)

    @classmethod
    def _of(cls, microseconds, tz=None):
        seconds, microsecond = divmod(microseconds, 1000000)
        days, seconds = divmod(seconds, 86400)
        if not 1 <= days <= 3652059:
            raise OverflowError("date value out of range")
        return cls(*_date(days - 719163), seconds // 3600, seconds // 60 % 60, seconds % 60, microsecond, tz)

    @classmethod
    def now(cls, tz=None):
        return cls.fromtimestamp(_now(), tz)

    @classmethod
    def utcnow(cls):
        _old("utcnow", "to represent datetimes in UTC: datetime.datetime.now(datetime.UTC)")
        return cls.fromtimestamp(_now())

    @classmethod
    def fromtimestamp(cls, timestamp, tz=None):
        result = cls._of(719163 * 86400000000 + round(timestamp * 1000000), tz)
        return result if tz is None else result + tz.utcoffset(result)

    @classmethod
    def utcfromtimestamp(cls, timestamp):
        _old("utcfromtimestamp", "to represent datetimes in UTC: datetime.datetime.fromtimestamp(timestamp, datetime.UTC)")
        return cls.fromtimestamp(timestamp)

    @classmethod
    def fromordinal(cls, n):
        return cls(*_date(n - 719163))

    @classmethod
    def combine(cls, date, time, tzinfo=None):
        return cls(
            date.year, date.month, date.day, time.hour, time.minute, time.second, time.microsecond, tzinfo or time.tzinfo
        )

    @classmethod
    def strptime(cls, text, format):
        *fields, offset = _parse(text, format)
        return cls(*fields, None if offset is None else timezone(timedelta(0, offset)) if offset else UTC)

    @classmethod
    def fromisoformat(cls, text):
        for format in (
            "%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M:%S.%f", "%Y-%m-%dT%H:%M:%S%z",
            "%Y-%m-%dT%H:%M:%S.%f%z",
        ):
            try:
                return cls.strptime(text.replace(" ", "T"), format)
            except ValueError:
                pass
        raise ValueError(f"Invalid isoformat string: {text!r}")

    def date(self):
        return date(self.year, self.month, self.day)

    def time(self):
        return time(self.hour, self.minute, self.second, self.microsecond)

    def timestamp(self):
        return (self._key() - 719163 * 86400000000) / 1000000

    def utcoffset(self):
        return None if self.tzinfo is None else self.tzinfo.utcoffset(self)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(self)

    def astimezone(self, tz=UTC):
        return self._of(self._key() + tz.utcoffset(self)._us, tz)

    def timetuple(self):
        return _tuple((self._us() - 719163 * 86400000000) // 1000000)

    def isoformat(self, sep="T", timespec="auto"):
        return date.isoformat(self) + sep + _clock_text(self, timespec) + _offset_text(self.utcoffset(), ":")

    def strftime(self, format):
        return _format(
            format, self.timetuple(), self.microsecond, _offset_text(self.utcoffset(), ""), self.tzname() or ""
        )

    def replace(self, **fields):
        names = ("year", "month", "day", "hour", "minute", "second", "microsecond", "tzinfo")
        return type(self)(**({name: getattr(self, name) for name in names} | fields))

    def __str__(self):
        return self.isoformat(" ")

    def __repr__(self):
        zone = "" if self.tzinfo is None else f", tzinfo={self.tzinfo!r}"
        return f"datetime.datetime({self.year}, {self.month}, {self.day}, {_clock_parts(self)}{zone})"

    def __add__(self, other):
        return self._of(self._us() + other._us, self.tzinfo) if isinstance(other, timedelta) else NotImplemented

    __radd__ = __add__

    def __sub__(self, other):
        if isinstance(other, timedelta):
            return self._of(self._us() - other._us, self.tzinfo)
        if not isinstance(other, datetime):
            return NotImplemented
        if (self.tzinfo is None) != (other.tzinfo is None):
            raise TypeError("can't subtract offset-naive and offset-aware datetimes")
        return _delta(self._key() - other._key())


date.min = date(1, 1, 1)
date.max = date(9999, 12, 31)
datetime.min = datetime(1, 1, 1)
datetime.max = datetime(9999, 12, 31, 23, 59, 59, 999999)
