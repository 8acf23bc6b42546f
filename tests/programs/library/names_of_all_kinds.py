"""Names that were added late: of sys, os, os.path, uuid, secrets, textwrap, time, types, datetime, warnings, weakref."""

import datetime
import operator
import os
import secrets
import sys
import textwrap
import time
import types
import uuid
import warnings
import weakref

print(sys.float_info.max, sys.float_info.epsilon, sys.float_info.dig)
print(sys.int_info, sys.hash_info.width, sys.float_repr_style)
print("sys" in sys.modules, sys.modules["sys"] is sys, sys.modules.get("no.such"), sys.modules[__name__].uuid is uuid)
sys.displayhook([1])
sys.displayhook(None)
try:
    sys.exit()
except SystemExit as leaving:
    print(repr(leaving), leaving.code)

print(os.path.commonpath(["/a/b/c", "/a/b/d"]), os.path.splitdrive("/a"), os.path.normcase("A"), os.path.ismount("/"))
os.environ["PLACE"] = "here"
print(os.path.expandvars("$PLACE/${PLACE}/$NOWHERE$"), os.fsencode("a"), os.fsdecode(b"b"), os.uname().sysname)
print(uuid.uuid3(uuid.NAMESPACE_DNS, "python.org"), uuid.uuid5(uuid.NAMESPACE_URL, "python.org"))
print(uuid.uuid5(uuid.NAMESPACE_DNS, "a").version, uuid.UUID(int=5).variant, uuid.uuid4().variant)
print(len(secrets.token_urlsafe(16)), secrets.SystemRandom().random() < 1)
wrapper = textwrap.TextWrapper(width=20, initial_indent="* ", subsequent_indent="  ")
print(wrapper.fill("a thread waits until another one lets it go on"))
print(time.clock_gettime(time.CLOCK_MONOTONIC) >= 0, time.clock_getres(time.CLOCK_MONOTONIC) > 0)


def counter():
    count = 0
    return lambda: count


print(type(counter().__closure__[0]) is types.CellType)
print(operator.iadd([1], [2]), operator.ior({1}, {2}), operator.ipow(2, 5))

now = datetime.datetime(2024, 7, 12, 9, 30, tzinfo=datetime.timezone(datetime.timedelta(hours=2)))
print(now.dst(), now.timetz(), now.utctimetuple()[:5], datetime.time.fromisoformat("09:30:05"))
for wrong in (
    lambda: datetime.date.fromisoformat("2024-7-1"), lambda: datetime.timezone(5), lambda: datetime.datetime.now(5),
    lambda: now - 5, lambda: datetime.timedelta(1) < 5,
):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


@warnings.deprecated("use new() instead")
def old():
    return "old"


with warnings.catch_warnings(record=True) as caught:
    warnings.simplefilter("always")
    print(old(), [str(warning.message) for warning in caught], old.__name__)


class Thing:
    pass


one, two, three = Thing(), Thing(), Thing()
left, right = weakref.WeakSet([one, two]), weakref.WeakSet([two, three])
print(len(left | right), len(left & right), len(left - right), len(left ^ right), left.isdisjoint(right))
print(left.issubset([one, two, three]), left.issuperset([one]), left == weakref.WeakSet([two, one]))
