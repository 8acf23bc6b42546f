"""Smaller parts of the library: `getopt`, `numbers`, relations in `statistics`, named UUIDs, encodings."""
import getopt
import numbers
import statistics
import uuid
from fractions import Fraction
from typing import TYPE_CHECKING, TypedDict, NotRequired
from urllib.parse import urldefrag

if TYPE_CHECKING:
    from nowhere_at_all import Nothing

print(getopt.getopt(["-v", "-n", "5", "-xy", "--name=ann", "--deep", "file", "-q"], "vn:xy", ["name=", "depth", "deep"]))
print(getopt.gnu_getopt(["file", "-n5", "other", "--na", "bob", "--", "-v"], "vn:", ["name="]))
for args in (["-q"], ["-n"], ["--nope"], ["--name"], ["--verbose=1"], ["--de"]):
    try:
        print(getopt.getopt(args, "vn:", ["name=", "verbose", "depth", "deep"]))
    except getopt.GetoptError as error:
        print(error, repr(error.opt))

for number in (3, True, 2.5, 1j, Fraction(1, 2), "3"):
    kinds = (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)
    print(number, [isinstance(number, kind) for kind in kinds])

print(statistics.linear_regression([1, 2, 3], [3, 5, 7]), statistics.linear_regression([1, 2], [2, 4], proportional=True))
print(statistics.correlation([1, 2, 3], [3, 2, 1]), statistics.covariance([1, 2, 3], [1, 5, 9]))
try:
    statistics.correlation([1, 1], [1, 2])
except statistics.StatisticsError as error:
    print(error)

print(uuid.uuid5(uuid.NAMESPACE_DNS, "example.org"), uuid.uuid3(uuid.NAMESPACE_URL, "a"), uuid.UUID(int=5))
print(urldefrag("http://a/b#c"), urldefrag("http://a/b").url)
print("é€".encode("utf-16-le"), "a€".encode("ascii", "xmlcharrefreplace"), "a€é".encode("latin-1", "backslashreplace"))


class Film(TypedDict):
    title: str
    year: NotRequired[int]


print(Film.__total__, sorted(Film.__required_keys__), sorted(Film.__optional_keys__))


def missing(name):
    raise AttributeError(f"no {name}", name=name, obj=5)


try:
    missing("one")
except AttributeError as error:
    print(error, error.name, error.obj, error.args)
print(ImportError("text").name, NameError("x", name="y").name, eval("(lambda: 1).__qualname__"))
