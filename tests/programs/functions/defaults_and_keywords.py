"""Default values, keyword arguments, and a default that is shared between calls."""


def greet(name, greeting="Hello", mark="!"):
    return f"{greeting}, {name}{mark}"


print(greet("Ada"))
print(greet("Bob", "Bye"))
print(greet("Cy", mark="?"))
print(greet(mark=".", name="Di", greeting="Hey"))


def collect(item, into=[]):
    into.append(item)
    return into


print(collect(1))
print(collect(2))
print(collect(3, []))

size = 5


def captured(n=size * 2):
    return n


size = 100
print(captured())
