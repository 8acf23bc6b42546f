timezone = 0
tzname = ("UTC", "UTC")
