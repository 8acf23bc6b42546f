"""Closures made in a loop share its variable, unless it is bound by a default."""


def late():
    made = []
    for n in range(3):
        made.append(lambda: n)
    return [call() for call in made]


def early():
    made = []
    for n in range(3):
        made.append(lambda n=n: n)
    return [call() for call in made]


print(late())
print(early())
print([call() for call in [lambda: k for k in range(3)]])
print([call() for call in [lambda k=k: k for k in range(3)]])
