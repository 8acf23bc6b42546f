"""Subclasses: inherited, overridden and extended methods, isinstance and issubclass."""


class Shape:
    sides = 0

    def area(self):
        return 0

    def describe(self):
        return f"{type(self).__name__}: {self.sides} sides, area {self.area()}"


class Rectangle(Shape):
    sides = 4

    def __init__(self, width, height):
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height


class Square(Rectangle):
    def __init__(self, side):
        Rectangle.__init__(self, side, side)


for shape in (Shape(), Rectangle(2, 3), Square(4)):
    print(shape.describe())
square = Square(1)
print(isinstance(square, Rectangle), isinstance(square, (int, Shape)), isinstance(Shape(), Square))
print(issubclass(Square, Shape), issubclass(Shape, Square))
print(Square.__mro__[1].__name__, [c.__name__ for c in Square.__mro__])
