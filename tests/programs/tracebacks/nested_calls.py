"""An uncaught exception three calls deep."""


def average(values):
    return sum(values) / len(values)


def summary(rows):
    return [average(row) for row in rows]


def main():
    print("start")
    print(summary([[1, 2], []]))


main()
