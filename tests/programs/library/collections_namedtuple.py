"""namedtuple, and classes that extend one."""

from collections import namedtuple

Point = namedtuple("Point", "x y")
point = Point(1, y=2)
x, y = point
print(point, point.x + point[1], x, y, len(point), point == (1, 2), hash(point) == hash((1, 2)))
print(point._asdict(), point._replace(x=5), Point._fields, Point._make([3, 4]), {point: "here"}[1, 2])
Account = namedtuple("Account", ["owner", "balance", "open"], defaults=[0, True])
print(Account("ann"), Account("bob", 5), Account._field_defaults, Account.__doc__)


class Size(namedtuple("Size", "width height")):
    @property
    def area(self):
        return self.width * self.height

    def __str__(self):
        return f"{self.width}x{self.height}"


print(Size(2, 3), repr(Size(2, 3)), Size(2, 3).area, sorted([Size(2, 1), Size(1, 5)]), isinstance(Size(1, 1), tuple))
for misuse in (
    lambda: Point(1),
    lambda: Point(1, 2, 3),
    lambda: Point(1, z=2),
    lambda: point._replace(q=1),
    lambda: setattr(point, "x", 3),
    lambda: namedtuple("Twice", "a a"),
    lambda: namedtuple("Word", "def"),
):
    try:
        misuse()
    except (TypeError, ValueError, AttributeError) as error:
        print(f"{type(error).__name__}: {error}")
