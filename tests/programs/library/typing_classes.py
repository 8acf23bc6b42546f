"""typing: NamedTuple, TypedDict, Protocol, Generic, and names that do nothing when the program runs."""

from typing import Any, Generic, NamedTuple, Optional, Protocol, TypedDict, TypeVar, Union, cast, runtime_checkable

T = TypeVar("T")


class Point(NamedTuple):
    """A place."""

    x: int
    y: int = 0

    def length(self) -> float:
        return (self.x**2 + self.y**2) ** 0.5


class Movie(TypedDict, total=False):
    title: str
    year: int


@runtime_checkable
class Runs(Protocol):
    def run(self) -> None: ...


class Job:
    def run(self) -> None:
        print("running")


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> Optional[T]:
        self.items.append(item)
        return item


point = Point(3, 4)
x, y = point
print(point, point.x, point.length(), Point(1), x + y, Point._fields, point._replace(x=0), point == (3, 4), Point.__doc__)
movie: Movie = {"title": "Heat", "year": 1995}
print(Movie(title="Heat"), movie["year"], type(Movie(year=1)).__name__)
print(isinstance(Job(), Runs), isinstance(3, Runs), cast(int, "text"), Stack[int]().push(5), T)
for misuse in (lambda: Runs(), lambda: Point(), lambda: setattr(point, "x", 1)):
    try:
        misuse()
    except (TypeError, AttributeError) as error:
        print(error)
Pair = NamedTuple("Pair", [("left", int), ("right", str)])
print(Pair(1, "r"), Point.__annotations__)
value: Union[int, None] = None
anything: Any = 5
