"""IntEnum, StrEnum, Flag, IntFlag, and members that are made by __init__ and __new__."""

from enum import Enum, Flag, IntEnum, IntFlag, StrEnum, auto


class Level(IntEnum):
    LOW = 1
    HIGH = auto()


class Mood(StrEnum):
    HAPPY = auto()
    SAD = "so sad"


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


class Bits(IntFlag):
    A = 1
    B = 2


class Planet(Enum):
    EARTH = (5.97, 6.37)
    MARS = (0.64, 3.39)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius


class Coded(Enum):
    def __new__(cls, code, text):
        member = object.__new__(cls)
        member._value_ = code
        member.text = text
        return member

    OK = (200, "fine")


class Kind(str, Enum):
    JSON = "json"


print(Level.LOW, repr(Level.HIGH), Level.HIGH + 1, Level.HIGH > Level.LOW, max(Level), [5, 6, 7][Level.LOW], {Level.LOW: 1}[1])
print(Mood.HAPPY, repr(Mood.SAD), Mood.SAD == "so sad", Mood.HAPPY.upper(), f"{Mood.SAD:_<8}")
print(Perm.RW, Perm.R | Perm.X, repr(Perm.R | Perm.X), Perm.R in Perm.RW, list(Perm.RW), ~Perm.R, Perm.R & Perm.W, repr(Perm(0)))
print(bool(Perm.R & Perm.W), Perm.RW ^ Perm.R, list(Perm), len(Perm.RW), Bits.A | Bits.B, repr(Bits.A | Bits.B), Bits(3) == 3)
print(Planet.MARS.radius, repr(Planet.EARTH), Coded.OK.text, Coded(200), repr(Kind.JSON), Kind("json") == "json", Kind.JSON, {Kind.JSON: 1}["json"])
