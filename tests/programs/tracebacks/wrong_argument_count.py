"""TypeError for a call with a missing argument; the markers span the call."""


class Point:
    def __init__(self, x, y):
        self.x, self.y = x, y


print(Point(1, 2).y)
print(Point(1,
            ).x)
