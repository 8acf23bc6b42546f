"""A bare raise shows the first place; raising again adds the frames it passes."""


def fail():
    raise OSError("disk full")


def guarded():
    try:
        fail()
    except OSError as error:
        print("noticed:", error)
        raise


def later():
    try:
        guarded()
    except OSError as error:
        kept = error
    raise kept


later()
