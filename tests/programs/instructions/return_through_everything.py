"""return, break and continue out of loops, with, try, except and finally at once."""


class Gate:
    def __init__(self, name):
        self.name = name

    def __enter__(self):
        return self

    def __exit__(self, *details):
        print("leave", self.name, details[0] is not None)


def search(rows, wanted):
    for number, row in enumerate(rows):
        with Gate(number) as gate, Gate("inner"):
            try:
                for item in row:
                    if item is None:
                        break
                    if item == wanted:
                        return gate.name, item
                    if 12 / item > 100:
                        continue
                else:
                    continue
                print("row", number, "was cut")
            except ZeroDivisionError:
                return "zero"
            finally:
                print("done with", number)
    return "nothing"


print(search([[1, 2], [3, None, 4], [5, 6]], 6))
print(search([[1], [2, 0, 9]], 9))
print(search([[]], 1))
