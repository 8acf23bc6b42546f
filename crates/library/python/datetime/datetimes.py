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
        if tz is not None and not isinstance(tz, tzinfo):
            raise TypeError(f"tzinfo argument must be None or of a tzinfo subclass, not type '{type(tz).__name__}'")
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

    def dst(self):
        return None if self.tzinfo is None else self.tzinfo.dst(self)

    def timetz(self):
        return time(self.hour, self.minute, self.second, self.microsecond, self.tzinfo)

    def utctimetuple(self):
        return _struct_time(_gmtime((self._key() - 719163 * 86400000000) // 1000000))

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
