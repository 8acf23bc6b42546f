"""__eq__, __hash__ and __ne__: equal objects as keys."""


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __eq__(self, other):
        if not isinstance(other, Point):
            return NotImplemented
        return self.x == other.x and self.y == other.y

    def __hash__(self):
        return hash((self.x, self.y))


a, b, c = Point(1, 2), Point(1, 2), Point(2, 1)
print(a == b, a != b, a == c, a is b)
print(a == "point", a != 3)
print(len({a, b, c}), {a: "here"}[b])
print([c, a].index(b), b in [a], b in (c,))


class Plain:
    pass


print(Plain() == Plain())
