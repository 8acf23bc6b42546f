"""Enum: members, look-up, what is refused."""

from enum import Enum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    BLUE = 3
    CRIMSON = 1

    @property
    def double(self):
        return self.value * 2

    @classmethod
    def default(cls):
        return cls.GREEN


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["BLUE"], Color.CRIMSON)
print(list(Color), len(Color), Color.BLUE.double, Color.default(), Color, Color.RED in Color, 9 in Color)
print({Color.RED: "r"}[Color(1)], Color.RED == 1, Color.RED is Color.CRIMSON, f"{Color.RED:>12}|", list(Color.__members__))
for misuse in (
    lambda: Color(9),
    lambda: Color["PINK"],
    lambda: Color.PINK,
    lambda: Color.RED < Color.BLUE,
    lambda: setattr(Color, "RED", 5),
):
    try:
        misuse()
    except (ValueError, KeyError, AttributeError, TypeError) as error:
        print(f"{type(error).__name__}: {error}")


class State(Enum):
    IDLE = auto()
    RUNNING = auto()
    DONE = auto()


print([state.value for state in State], State.RUNNING)
match State.DONE:
    case State.IDLE:
        print("idle")
    case State.DONE:
        print("done")
try:

    @unique
    class Twice(Enum):
        A = 1
        B = 1
except ValueError as error:
    print(error)
Animal = Enum("Animal", "CAT DOG")
print(Animal.DOG, list(Animal), isinstance(Animal.CAT, Animal), type(Animal.CAT))
