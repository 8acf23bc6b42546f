"""Annotations on parameters and names change nothing about the run."""

total: int = 3
label: str


def join(a: str, b: str = "b", *rest: str, sep: str = ",") -> str:
    both: list = [a, b, *rest]
    unset: int
    return sep.join(both)


class Point:
    x: int
    y: int = 4


print(total)
print(join("a"), join("x", "y", "z", sep="-"))
print(Point.y, hasattr(Point, "x"))
