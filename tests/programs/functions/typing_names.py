"""Names of `typing` in annotations, as values, and as bases: they change nothing."""

from typing import Any, Callable, Dict, Generic, List, Optional, Protocol, Tuple, TypeVar, Union, cast

T = TypeVar("T")


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: List[T] = []

    def push(self, item: T) -> "Stack[T]":
        self.items.append(item)
        return self


class Greets(Protocol):
    def greet(self, name: str) -> str: ...


Pair = Tuple[int, str]


def pick(pairs: Dict[str, Pair], key: str, default: Optional[Pair] = None) -> Union[Pair, None]:
    return pairs.get(key, default)


def apply(function: Callable[[int], int], *values: int, **extra: Any) -> List[int]:
    return [function(value) for value in values]


print(Stack[int]().push(1).push(2).items)
print(pick({"a": (1, "x")}, "a"), pick({}, "b"))
print(apply(lambda value: value * 2, 1, 2, extra=None), cast(int, "text"))
print(Optional[int], List[str], Union[int, str], Any, Callable, T)
