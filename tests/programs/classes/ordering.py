"""Comparison methods, and sorting by them."""


class Version:
    def __init__(self, text):
        self.parts = [int(part) for part in text.split(".")]

    def __lt__(self, other):
        return self.parts < other.parts

    def __le__(self, other):
        return self.parts <= other.parts

    def __repr__(self):
        return ".".join(map(str, self.parts))


old, new = Version("1.2.10"), Version("1.10")
print(old < new, old > new, old <= new, old >= old)
print(sorted([new, old, Version("0.9")]))
print(max([old, new]), min(old, new))
