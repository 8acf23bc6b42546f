"""Functions that return nothing, one thing, several, or early."""


def nothing():
    1 + 1


def bare(flag):
    if flag:
        return
    print("went on")


def several():
    return 1, "two", [3]


def search(rows, wanted):
    for number, row in enumerate(rows):
        for item in row:
            if item == wanted:
                return number
    return -1


print(nothing(), bare(True), bare(False))
print(several())
one, two, three = several()
print(two)
print(search([[1, 2], [3, 4]], 3), search([], 3))
