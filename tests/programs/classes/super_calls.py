"""super() with and without arguments, and in a diamond."""


class Base:
    def __init__(self):
        print("Base")
        self.log = ["base"]

    def name(self):
        return "base"


class Left(Base):
    def __init__(self):
        print("Left")
        super().__init__()
        self.log.append("left")


class Right(Base):
    def __init__(self):
        print("Right")
        super(Right, self).__init__()
        self.log.append("right")

    def name(self):
        return "right+" + super().name()


class Both(Left, Right):
    def __init__(self):
        print("Both")
        super().__init__()

    def name(self):
        return "both+" + super().name()


both = Both()
print(both.log, both.name())
print([c.__name__ for c in Both.mro()])
