"""__slots__, __getattribute__, __getattr__, __setattr__, __init_subclass__, __set_name__."""


class Point:
    __slots__ = ("x", "__secret")

    def __init__(self):
        self.x = 1
        self.__secret = 2

    def secret(self):
        return self.__secret


class Free(Point):
    pass


point = Point()
print(point.x, point.secret(), hasattr(point, "__dict__"))
for name in ("y", "z"):
    try:
        setattr(point, name, 3)
    except AttributeError as error:
        print(error)
free = Free()
free.y = 5
print(free.x, free.y)


class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, thing, owner=None):
        return self if thing is None else thing.__dict__.get(self.name)

    def __set__(self, thing, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name} must be {self.kind.__name__}")
        thing.__dict__[self.name] = value


class Plugin:
    known = {}
    size = Typed(int)

    def __init_subclass__(cls, /, kind="plain", **keywords):
        super().__init_subclass__(**keywords)
        Plugin.known[kind] = cls.__name__


class Loud(Plugin, kind="loud"):
    def __getattribute__(self, name):
        if name == "hidden":
            return "found"
        return super().__getattribute__(name)

    def __getattr__(self, name):
        return name.upper()

    def __setattr__(self, name, value):
        super().__setattr__(name, value if name == "size" else f"<{value}>")


loud = Loud()
loud.size = 3
loud.tag = "t"
print(Plugin.known, loud.size, loud.tag, loud.hidden, loud.missing, getattr(loud, "other"), vars(loud))
try:
    loud.size = "big"
except TypeError as error:
    print(error)
