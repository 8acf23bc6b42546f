class IsoCalendarDate(tuple):
    __module__ = "datetime"
    year = property(lambda self: self[0])
    week = property(lambda self: self[1])
    weekday = property(lambda self: self[2])

    def __repr__(self):
        return f"datetime.IsoCalendarDate(year={self[0]}, week={self[1]}, weekday={self[2]})"


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
            parts = text.split("-") if "-" in text else [text[:4], text[4:6], text[6:]]
            if [len(part) for part in parts] == [4, 2, 2]:
                return cls(*[int(part) for part in parts])
        except ValueError:
            pass
        raise ValueError(f"Invalid isoformat string: {text!r}")

    def toordinal(self):
        return _days(self.year, self.month, self.day) + 719163

    def weekday(self):
        return (self.toordinal() + 6) % 7

    def isoweekday(self):
        return self.weekday() + 1

    def isocalendar(self):
        thursday = date.fromordinal(self.toordinal() + 3 - self.weekday())
        week = (thursday.toordinal() - date(thursday.year, 1, 1).toordinal()) // 7 + 1
        return IsoCalendarDate((thursday.year, week, self.isoweekday()))

    @classmethod
    def fromisocalendar(cls, year, week, day):
        fourth = date(year, 1, 4)
        return cls.fromordinal(fourth.toordinal() - fourth.weekday() + 7 * (week - 1) + day - 1)

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

    def replace(self, **fields):
        own = {name: getattr(self, name) for name in ("hour", "minute", "second", "microsecond", "tzinfo")}
        return type(self)(**(own | fields))

    def _key(self):
        return (self.hour, self.minute, self.second, self.microsecond)

    def isoformat(self, timespec="auto"):
        return _clock_text(self, timespec) + _offset_text(self.utcoffset(), ":")

    @classmethod
    def fromisoformat(cls, time_string):
        try:
            whole = datetime.fromisoformat("2000-01-01T" + time_string.removeprefix("T"))
        except ValueError:
            raise ValueError(f"Invalid isoformat string: {time_string!r}") from None
        return cls(whole.hour, whole.minute, whole.second, whole.microsecond, whole.tzinfo)

    def utcoffset(self):
        return None if self.tzinfo is None else self.tzinfo.utcoffset(None)

    def dst(self):
        return None if self.tzinfo is None else self.tzinfo.dst(None)

    def tzname(self):
        return None if self.tzinfo is None else self.tzinfo.tzname(None)

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
