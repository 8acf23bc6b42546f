"""typing: how forms are shown and taken apart, unions, hints of functions and classes, new types, protocols."""

from typing import (
    Annotated, Any, Callable, ClassVar, Dict, Final, Generic, Iterable, List, Literal, NamedTuple, NewType, Optional,
    Protocol, Tuple, TypedDict, TypeVar, Union, get_args, get_origin, get_type_hints, overload, runtime_checkable,
)

T = TypeVar("T", bound=int)


class Box(Generic[T]):
    __slots__ = ("item",)

    def __init__(self, item: T):
        self.item = item


print(List[int], Dict[str, Any], Tuple[int, ...], Callable[[int, str], None], Callable[..., Any], Iterable[T], Box[int])
print(Optional[int], Union[int, str, int], Union[int, None, str], Optional[Union[int, None]], Literal["a", 1], Final[int])
print(Annotated[int, "metres"], ClassVar[List[int]], T, Optional[Callable[[], Box[int]]], Union[int])
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(Union[int, str]), get_args(Callable[[int], str]))
print(get_args(Annotated[int, 1]), get_origin(int), get_args(Literal[1, 2]))


def f(a: int, b: "Optional[Box]" = None, *c: Annotated[str, "x"]) -> None:
    pass


print(get_type_hints(f), get_type_hints(f, include_extras=True)["c"])


class Base:
    x: int


class Point(Base):
    y: "str"


print(get_type_hints(Point))
UserId = NewType("UserId", int)
print(UserId(5), UserId, UserId.__name__, UserId.__supertype__)


@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
def double(x):
    return x * 2


@runtime_checkable
class Closable(Protocol):
    def close(self) -> None: ...


class Row(NamedTuple):
    x: int
    y: str = "none"


class Options(TypedDict, total=False):
    name: str


print(double(2), double("a"), isinstance(f, Closable), Row(1), Options(name="n"), Options.__annotations__)
try:
    Box(1).other = 2
except AttributeError as error:
    print(error)
