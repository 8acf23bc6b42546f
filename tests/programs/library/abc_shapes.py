"""Abstract classes: what cannot be made, what can, and what passes for one."""

from abc import ABC, ABCMeta, abstractmethod


class Shape(ABC):
    @abstractmethod
    def area(self):
        """Square units."""

    @property
    @abstractmethod
    def name(self): ...

    def describe(self):
        return f"{self.name} of {self.area()}"


class Square(Shape):
    name = "square"

    def __init__(self, side):
        self.side = side

    def area(self):
        return self.side**2


class Unfinished(Shape):
    def area(self):
        return 0


class Task(metaclass=ABCMeta):
    @classmethod
    @abstractmethod
    def make(cls): ...

    @abstractmethod
    def run(self): ...


@Shape.register
class Blob: ...


print(Square(3).describe())
for cls in (Shape, Unfinished, Task):
    try:
        cls()
    except TypeError as error:
        print(error)
print(isinstance(Square(1), Shape), isinstance(Blob(), Shape), issubclass(Blob, Shape), isinstance(1, Shape))
print(sorted(Shape.__abstractmethods__), type(Shape).__name__)
