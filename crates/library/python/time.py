timezone = 0
altzone = 0
daylight = 0
tzname = ("UTC", "UTC")

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)
_FIELDS = ("tm_year", "tm_mon", "tm_mday", "tm_hour", "tm_min", "tm_sec", "tm_wday", "tm_yday", "tm_isdst")


class struct_time(tuple):
    tm_zone = "UTC"
    tm_gmtoff = 0
    n_fields = 11
    n_sequence_fields = 9

    def __new__(cls, sequence):
        values = tuple(sequence)
        if len(values) < 9:
            raise TypeError(f"time.struct_time() takes an at least 9-sequence ({len(values)}-sequence given)")
        return tuple.__new__(cls, values[:9])

    def __getattr__(self, name):
        if name not in _FIELDS:
            raise AttributeError(f"'time.struct_time' object has no attribute '{name}'")
        return self[_FIELDS.index(name)]

    def __repr__(self):
        return "time.struct_time(" + ", ".join([f"{name}={value}" for name, value in zip(_FIELDS, self)]) + ")"


# The days since 1970-01-01 of a date, and back. A year is counted from March, so that its last day is the leap day.
def _days(year, month, day):
    if month <= 2:
        year -= 1
        month += 12
    return 365 * year + year // 4 - year // 100 + year // 400 + (153 * (month - 3) + 2) // 5 + day - 719469


def _date(days):
    days += 719468
    era, days = divmod(days, 146097)
    year = (days - days // 1460 + days // 36524 - days // 146096) // 365
    days -= 365 * year + year // 4 - year // 100
    month = (5 * days + 2) // 153
    day = days - (153 * month + 2) // 5 + 1
    year += era * 400
    if month >= 10:
        return year + 1, month - 9, day
    return year, month + 3, day


def gmtime(seconds=None):
    if seconds is None:
        seconds = time()
    days, rest = divmod(int(seconds // 1), 86400)
    year, month, day = _date(days)
    hour, rest = divmod(rest, 3600)
    return struct_time(
        (year, month, day, hour, rest // 60, rest % 60, (days + 3) % 7, days - _days(year, 1, 1) + 1, 0)
    )


def localtime(seconds=None):
    return gmtime(seconds)


def mktime(t):
    return float(_days(t[0], t[1], t[2]) * 86400 + t[3] * 3600 + t[4] * 60 + t[5])


def asctime(t=None):
    if t is None:
        t = gmtime()
    return f"{_DAYS[t[6]][:3]} {_MONTHS[t[1] - 1][:3]} {t[2]:2} {t[3]:02}:{t[4]:02}:{t[5]:02} {t[0]}"


def ctime(seconds=None):
    return asctime(gmtime(seconds))


def strftime(format, t=None):
    return _format(format, gmtime() if t is None else t, 0, "+0000", "UTC")


def _format(format, t, microsecond, offset, zone):
    if not isinstance(format, str):
        raise TypeError(f"strftime() argument 1 must be str, not {type(format).__name__}")
    parts = []
    place = 0
    while place < len(format):
        letter = format[place]
        place += 1
        if letter != "%" or place == len(format):
            parts.append(letter)
            continue
        letter = format[place]
        place += 1
        plain = letter == "-" and place < len(format)
        if plain:
            letter = format[place]
            place += 1
        text = _directive(letter, t, microsecond, offset, zone)
        parts.append(text.lstrip("0 ") or "0" if plain else text)
    return "".join(parts)


def _directive(letter, t, microsecond, offset, zone):
    year, month, day, hour, minute, second, weekday, yearday = t[:8]
    if letter == "Y":
        return str(year)
    if letter in "mdHMS":
        return f"{(month, day, hour, minute, second)['mdHMS'.index(letter)]:02}"
    if letter == "f":
        return f"{microsecond:06}"
    if letter == "y":
        return f"{year % 100:02}"
    if letter == "C":
        return f"{year // 100:02}"
    if letter == "e":
        return f"{day:2}"
    if letter == "I":
        return f"{(hour + 11) % 12 + 1:02}"
    if letter == "l":
        return f"{(hour + 11) % 12 + 1:2}"
    if letter == "p":
        return "AM" if hour < 12 else "PM"
    if letter == "a":
        return _DAYS[weekday][:3]
    if letter == "A":
        return _DAYS[weekday]
    if letter in "bh":
        return _MONTHS[month - 1][:3]
    if letter == "B":
        return _MONTHS[month - 1]
    if letter == "j":
        return f"{yearday:03}"
    if letter == "w":
        return str((weekday + 1) % 7)
    if letter == "u":
        return str(weekday + 1)
    if letter == "U":
        return f"{(yearday + 6 - (weekday + 1) % 7) // 7:02}"
    if letter == "W":
        return f"{(yearday + 6 - weekday) // 7:02}"
    if letter == "z":
        return offset
    if letter == "Z":
        return zone
    if letter == "s":
        return str(int(mktime(t)))
    if letter == "n":
        return "\n"
    if letter == "t":
        return "\t"
    if letter == "%":
        return "%"
    longer = {"T": "%H:%M:%S", "X": "%H:%M:%S", "R": "%H:%M", "D": "%m/%d/%y", "x": "%m/%d/%y", "F": "%Y-%m-%d",
              "c": "%a %b %e %H:%M:%S %Y", "r": "%I:%M:%S %p"}.get(letter)
    return "%" + letter if longer is None else _format(longer, t, microsecond, offset, zone)


def strptime(text, format="%a %b %d %H:%M:%S %Y"):
    year, month, day, hour, minute, second, microsecond, offset = _parse(text, format)
    days = _days(year, month, day)
    return struct_time(
        (year, month, day, hour, minute, second, (days + 3) % 7, days - _days(year, 1, 1) + 1, -1)
    )


# What a text says in a format: year, month, day, hour, minute, second, microsecond, offset from UTC in seconds.
def _parse(text, format):
    for short, long in (("%T", "%H:%M:%S"), ("%X", "%H:%M:%S"), ("%x", "%m/%d/%y"), ("%R", "%H:%M"), ("%F", "%Y-%m-%d"),
                        ("%D", "%m/%d/%y"), ("%c", "%a %b %d %H:%M:%S %Y")):
        format = format.replace(short, long)
    found = {"Y": 1900, "m": 1, "d": 1, "H": 0, "M": 0, "S": 0, "f": 0, "z": None}
    afternoon = None
    wrong = ValueError(f"time data {text!r} does not match format {format!r}")
    at = 0
    place = 0
    while place < len(format):
        letter = format[place]
        place += 1
        if letter.isspace():
            while at < len(text) and text[at].isspace():
                at += 1
            continue
        if letter != "%" or place == len(format):
            if at >= len(text) or text[at] != letter:
                raise wrong
            at += 1
            continue
        letter = format[place]
        place += 1
        if letter in "aAbBpZh":
            end = at
            while end < len(text) and text[end].isalpha():
                end += 1
            word = text[at:end].lower()
            if not word:
                raise wrong
            at = end
            if letter == "p":
                afternoon = word == "pm"
            elif letter in "bBh":
                months = [name for name in _MONTHS if name.lower() == word or name[:3].lower() == word]
                if not months:
                    raise wrong
                found["m"] = _MONTHS.index(months[0]) + 1
            continue
        if letter == "z":
            if text[at:at + 1] == "Z":
                found["z"] = 0
                at += 1
                continue
            sign = -1 if text[at:at + 1] == "-" else 1
            digits = text[at + 1:at + 6].replace(":", "")[:4]
            if not digits.isdigit() or len(digits) != 4:
                raise wrong
            found["z"] = sign * (int(digits[:2]) * 3600 + int(digits[2:]) * 60)
            at += 6 if text[at + 3:at + 4] == ":" else 5
            continue
        most = {"Y": 4, "f": 6, "j": 3}.get(letter, 2)
        end = at
        while end < len(text) and end - at < most and text[end].isdigit():
            end += 1
        if end == at or (letter == "Y" and end - at < 4):
            raise wrong
        number = int(text[at:end])
        if letter == "f":
            number *= 10 ** (6 - (end - at))
        elif letter == "y":
            letter = "Y"
            number += 1900 if number >= 69 else 2000
        low, high = {"m": (1, 12), "d": (1, 31), "H": (0, 23), "I": (1, 12), "M": (0, 59), "S": (0, 61)}.get(
            letter, (0, 999999))
        if not low <= number <= high:
            raise wrong
        at = end
        found["H" if letter == "I" else letter] = number
    if at < len(text):
        raise ValueError("unconverted data remains: " + text[at:])
    if afternoon is not None:
        found["H"] = found["H"] % 12 + (12 if afternoon else 0)
    return tuple([found[letter] for letter in "YmdHMSfz"])


def get_clock_info(name):
    return _ClockInfo()


class _ClockInfo:
    implementation = "virtual"
    monotonic = True
    adjustable = False
    resolution = 1e-06


CLOCK_REALTIME, CLOCK_MONOTONIC, CLOCK_PROCESS_CPUTIME_ID, CLOCK_THREAD_CPUTIME_ID = 0, 1, 2, 3
CLOCK_MONOTONIC_RAW, CLOCK_BOOTTIME, CLOCK_TAI = 4, 7, 11


def clock_gettime(clk_id, /):
    if clk_id == CLOCK_REALTIME:
        return time()
    return process_time() if clk_id in (2, 3) else monotonic()


def clock_gettime_ns(clk_id, /):
    return round(clock_gettime(clk_id) * 1000000) * 1000


def clock_getres(clk_id, /):
    return 1e-06


def tzset():
    pass
