"""The body of a script kept behind `if __name__ == "__main__"`."""


def area(width, height):
    return width * height


def main():
    print("area:", area(3, 4))
    print("module:", __name__)


if __name__ == "__main__":
    main()
