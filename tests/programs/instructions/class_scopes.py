"""Names in class bodies: globals, names of the function around, __class__ and self."""

color = "module"


def make(size):
    shade = "function"

    class Thing:
        color = color
        shade = shade + "!"
        global counted
        counted = size

        def area(self):
            return size * size

        def kind(self):
            return __class__.__name__, color, self.color

        @classmethod
        def build(cls):
            return cls()

    return Thing


try:
    make(3)
except NameError as error:
    print(error)


def again(size):
    class Thing:
        side = size
        other = [size for _ in range(2)]

        def kind(self):
            return __class__.__name__, color, size, self.side

    return Thing


print(again(4)().kind(), again(5).other)
