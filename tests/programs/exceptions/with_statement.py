"""with: several managers, the order of their exits, and leaving early."""


class Step:
    def __init__(self, name, swallow=False):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        print("+", self.name)
        return self.name

    def __exit__(self, kind, value, trace):
        print("-", self.name, kind and kind.__name__)
        return self.swallow


with Step("a") as a, Step("b") as b:
    print(a + b)

with (
    Step("outer", swallow=True),
    Step("inner"),
):
    raise ValueError("gone")


def leave():
    with Step("returning"):
        return "value"


print(leave())
for n in range(3):
    with Step(n) as got:
        if got == 0:
            continue
        break
print("ended at", n)
