"""Dataclasses: frozen, order, slots, kw_only, InitVar, and what is refused."""

from dataclasses import KW_ONLY, FrozenInstanceError, InitVar, dataclass, field


@dataclass(frozen=True, order=True)
class Version:
    major: int
    minor: int = 0
    note: str = field(default="", compare=False)


first = Version(1, 2, "old")
print(first, first < Version(1, 3), sorted([Version(2), first]), {Version(1, 2): "found"}[first], max(first, Version(0)))
for change in (lambda: setattr(first, "major", 9), lambda: delattr(first, "minor")):
    try:
        change()
    except FrozenInstanceError as error:
        print(type(error).__name__, error)


@dataclass(slots=True)
class Small:
    x: int
    y: int = 2


@dataclass
class Mixed:
    a: int
    _: KW_ONLY
    b: int = 0
    start: InitVar[int] = 10

    def __post_init__(self, start):
        self.a += start


@dataclass(kw_only=True)
class Named:
    a: int


@dataclass(eq=False)
class Same:
    a: int = 1


@dataclass
class Tree:
    name: str
    parts: list["Tree"] = field(default_factory=list)


print(Small(1), Small.__slots__, Mixed(1, b=5), Mixed(1, start=0), Named(a=1), Same() == Same())
tree = Tree("root", [Tree("leaf")])
tree.parts.append(tree)
print(tree)
for misuse in (lambda: setattr(Small(1), "z", 3), lambda: Mixed(1, 2), lambda: Named(1)):
    try:
        misuse()
    except (AttributeError, TypeError) as error:
        print(error)
for namespace in ({"items": []}, {"a": 1, "b": None}):
    try:
        if "items" in namespace:

            @dataclass
            class Shared:
                items: list = []
        else:

            @dataclass
            class Order:
                a: int = 1
                b: int
    except (TypeError, ValueError) as error:
        print(error)
