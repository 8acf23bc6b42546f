"""ValueError from a built-in: no frame of its own."""


def parse(line):
    name, amount = line.split("=")
    return name, int(amount)


for line in ("a=1", "b=two"):
    print(parse(line))
