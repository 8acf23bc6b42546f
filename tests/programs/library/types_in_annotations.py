"""Unions and generic aliases: in annotations, in isinstance, as bases."""

import types
from typing import Callable, Dict, Optional, Union


def find(names: list[str], default: int | None = None) -> dict[str, int | str]:
    return {name: default for name in names}


class Registry(Dict[str, int]):
    pass


class Numbers(list[int]):
    def total(self) -> int:
        return sum(self)


print(find.__annotations__)
print(isinstance(3, int | str), isinstance("a", int | str), isinstance(None, int | None), isinstance(2.5, int | str))
print(isinstance([], Union[int, list]), isinstance(None, Optional[int]), issubclass(bool, int | str))
print(int | str, list[int], dict[str, list[int]], tuple[int, ...], list[int]([1, 2]), int | str == str | int)
print(Callable[[int], str], Optional[Numbers], Registry(a=1), Numbers([1, 2]).total(), type(int | str).__name__)
print(isinstance(int | str, types.UnionType), list[int].__origin__, dict[str, int].__args__)
for misuse in (lambda: isinstance([], list[int]), lambda: int | 5, lambda: None | None, lambda: int[str]):
    try:
        misuse()
    except TypeError as error:
        print(error)
