"""Dates, times and the spans between them."""

from datetime import date, datetime, time, timedelta, timezone

moment = datetime(2024, 2, 28, 23, 59, 58, 123456)
print(moment + timedelta(seconds=2), moment - timedelta(days=60), moment.date(), moment.time())
print(date(2024, 3, 1) - date(2024, 2, 1), datetime(2024, 1, 2) - datetime(2024, 1, 1, 12))
print(timedelta(hours=1.5), timedelta(milliseconds=1500).total_seconds(), timedelta(days=2) / timedelta(hours=1))
print(timedelta(5) * 2, timedelta(1) // 3, -timedelta(1), abs(timedelta(-1)), str(timedelta(seconds=-1)))
print(repr(timedelta(1, 2, 3)), repr(timedelta()), sum([timedelta(1), timedelta(2)], timedelta()))
print(datetime(2024, 1, 1) < datetime(2025, 1, 1), date(2024, 1, 1) == date(2024, 1, 1), moment.weekday())
print(min(date(2024, 1, 1), date(2023, 1, 1)), {date(2024, 1, 1): "new year"}[date(2024, 1, 1)])
print(datetime.fromtimestamp(0, timezone.utc), datetime.combine(date(2024, 1, 1), time(3, 4)))
for attempt in (
    lambda: datetime(2024, 13, 1),
    lambda: date(2023, 2, 29),
    lambda: datetime(2024, 1, 1, 25),
    lambda: datetime.strptime("x", "%Y"),
    lambda: datetime.strptime("2024x", "%Y"),
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
