"""Dates and times to text and back."""

import datetime as dt
from datetime import date, datetime, timedelta, timezone

moment = datetime(2024, 2, 28, 9, 5, 8, 1200)
print(moment, repr(moment), moment.isoformat(), moment.isoformat(" ", "seconds"), f"{moment:%H:%M:%S.%f %d/%m/%Y}")
print(moment.strftime("%A %-d %B, %I:%M %p"), moment.ctime(), repr(moment.date()), repr(moment.time()), dt.time(9, 30))
print(datetime.strptime("2024-05-06 07:08", "%Y-%m-%d %H:%M"), datetime.strptime("6 May 24 3PM", "%d %b %y %I%p"))
print(datetime.fromisoformat("2024-05-06T07:08:09"), date.fromisoformat("2024-05-06"), moment.replace(year=2020))
aware = datetime(2024, 1, 1, 12, tzinfo=timezone.utc)
print(aware, repr(aware), aware.timestamp(), aware.astimezone(timezone(timedelta(hours=-5, minutes=-30))))
print(moment.timetuple()[:9], moment.isoweekday(), datetime.min, date.max, dt.UTC)
