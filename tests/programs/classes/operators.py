"""Arithmetic on one's own objects: forward, reflected, in place, unary, call, item."""


class Vector:
    def __init__(self, *parts):
        self.parts = list(parts)

    def __add__(self, other):
        return Vector(*[a + b for a, b in zip(self.parts, other.parts)])

    def __mul__(self, factor):
        return Vector(*[part * factor for part in self.parts])

    __rmul__ = __mul__

    def __neg__(self):
        return self * -1

    def __iadd__(self, other):
        for index, part in enumerate(other.parts):
            self.parts[index] += part
        return self

    def __getitem__(self, index):
        return self.parts[index]

    def __setitem__(self, index, value):
        self.parts[index] = value

    def __len__(self):
        return len(self.parts)

    def __contains__(self, value):
        return value in self.parts

    def __call__(self, scale):
        return [part * scale for part in self.parts]

    def __repr__(self):
        return f"Vector{tuple(self.parts)}"


v, w = Vector(1, 2), Vector(10, 20)
print(v + w, v * 3, 3 * v, -v)
same = v
v += w
v[0] = 0
print(v, same is v, v[1], len(v), 22 in v, 7 in v, v(2))
