"""Which of except, else and finally run, and in what order."""


def attempt(action):
    try:
        print("try")
        action()
    except ZeroDivisionError:
        print("division")
    except (KeyError, IndexError) as error:
        print("lookup", type(error).__name__, error)
    except Exception as error:
        print("other", repr(error))
    else:
        print("else")
    finally:
        print("finally")


attempt(lambda: None)
attempt(lambda: 1 / 0)
attempt(lambda: {}["k"])
attempt(lambda: [][3])
attempt(lambda: int("x"))

try:
    pass
finally:
    print("nothing to guard")
