"""A format without a specification is the text of an IntEnum's or StrEnum's own __str__."""

from enum import IntEnum, StrEnum


class Level(IntEnum):
    LOW = 1
    HIGH = 10

    def __str__(self):
        return self.name.lower()


class Colour(StrEnum):
    RED = "r"

    def __str__(self):
        return "the colour " + self.value


class Plain(IntEnum):
    ONE = 1


print(f"{Level.HIGH} {Level.HIGH:>4} {Level.LOW!s}", "{}".format(Level.LOW), str(Level.HIGH))
print(f"{Colour.RED} {Colour.RED:>3}", f"{Plain.ONE}", "%d" % Level.HIGH)
