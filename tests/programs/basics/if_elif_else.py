"""Branches: if, elif, else, nested and empty ones."""


def grade(points):
    if points >= 90:
        return "A"
    elif points >= 75:
        return "B"
    elif points >= 60:
        return "C"
    else:
        return "F"


def describe(n):
    word = "zero"
    if n:
        if n < 0:
            word = "negative"
        else:
            word = "positive"
    if n == 13:
        pass
    return word


for points in (95, 80, 60, 12):
    print(points, grade(points))
for n in (-5, 0, 13):
    print(n, describe(n))
