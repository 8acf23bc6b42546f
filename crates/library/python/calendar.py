import datetime as _datetime
import enum as _enum
import sys as _sys

month_name = ["", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
              "November", "December"]
month_abbr = [name[:3] for name in month_name]
day_name = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
day_abbr = [name[:3] for name in day_name]
January = 1
February = 2


class IllegalMonthError(ValueError):
    def __init__(self, month):
        self.month = month

    def __str__(self):
        return f"bad month number {self.month!r}; must be 1-12"


class Day(_enum.IntEnum):
    MONDAY = 0
    TUESDAY = 1
    WEDNESDAY = 2
    THURSDAY = 3
    FRIDAY = 4
    SATURDAY = 5
    SUNDAY = 6

    def __repr__(self):
        return f"calendar.{self.name}"


MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = Day


def isleap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    y1 -= 1
    y2 -= 1
    return (y2 // 4 - y1 // 4) - (y2 // 100 - y1 // 100) + (y2 // 400 - y1 // 400)


def weekday(year, month, day):
    return Day(_datetime.date(year, month, day).weekday())


def monthrange(year, month):
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    days = (31, 29 if isleap(year) else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]
    return weekday(year, month, 1), days


def timegm(tuple):
    year, month, day, hour, minute, second = tuple[:6]
    days = _datetime.date(year, month, 1).toordinal() - 719163 + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second


class Calendar:
    def __init__(self, firstweekday=0):
        self.firstweekday = firstweekday

    def itermonthdays(self, year, month):
        first, days = monthrange(year, month)
        before = (first - self.firstweekday) % 7
        return iter([0] * before + list(range(1, days + 1)) + [0] * ((-before - days) % 7))

    def monthdayscalendar(self, year, month):
        days = list(self.itermonthdays(year, month))
        return [days[place:place + 7] for place in range(0, len(days), 7)]


class TextCalendar(Calendar):
    def formatmonth(self, theyear, themonth, w=0, l=0):
        w = max(2, w)
        lines = [f"{month_name[themonth]} {theyear}".center(7 * (w + 1) - 1).rstrip()]
        names = [day_name[(self.firstweekday + place) % 7][:w].center(w) for place in range(7)]
        lines.append(" ".join(names).rstrip())
        for week in self.monthdayscalendar(theyear, themonth):
            lines.append(" ".join([f"{day or '':>2}".center(w) for day in week]).rstrip())
        return ("\n" * max(1, l)).join(lines) + "\n" * max(1, l)

    def prmonth(self, theyear, themonth, w=0, l=0):
        _sys.stdout.write(self.formatmonth(theyear, themonth, w, l))


_text = TextCalendar()
month = _text.formatmonth
prmonth = _text.prmonth
monthcalendar = _text.monthdayscalendar


def setfirstweekday(firstweekday):
    _text.firstweekday = firstweekday


def firstweekday():
    return _text.firstweekday


JANUARY, FEBRUARY, MARCH, APRIL, MAY, JUNE, JULY, AUGUST, SEPTEMBER, OCTOBER, NOVEMBER, DECEMBER = range(1, 13)
