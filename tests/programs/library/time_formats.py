"""Moments as text and as fields, in universal time."""

import time

leap = time.struct_time((2024, 2, 29, 13, 5, 9, 3, 60, 0))
print(time.gmtime(0))
print(time.gmtime(1720785600.5).tm_year, time.gmtime(-1)[:6], time.gmtime(951782400)[:3])
print(time.asctime(time.gmtime(1e9)), "|", time.asctime(leap))
print(time.strftime("%Y-%m-%d %H:%M:%S", leap), time.strftime("%a %A %b %B %d %j %y %I %p %U %W %w %% %e", leap))
print(time.strftime("%F %T %D %R %x %X %c", leap))
print(time.strptime("2024-03-05 07:08:09", "%Y-%m-%d %H:%M:%S"))
print(leap.tm_hour, leap[3], leap.tm_yday, leap.tm_wday, len(leap))
