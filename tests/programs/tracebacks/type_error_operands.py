"""TypeError for operands that do not go together."""


def label(n):
    return "number " + n


print(label("one"))
print(label("two") + label(3))
