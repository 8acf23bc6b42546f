"""__enter__ and __exit__ of one's own class, and what __exit__ is told."""


class Watch:
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print("enter", self.name)
        return self

    def __exit__(self, kind, value, trace):
        print("exit", self.name, kind.__name__ if kind else None, value, trace is None)
        return self.swallow


with Watch("plain") as watch:
    print("inside", watch.name)

with Watch("quiet", swallow=True):
    raise KeyError("lost")

try:
    with Watch("loud"):
        raise KeyError("kept")
except KeyError as error:
    print("caught", error)
