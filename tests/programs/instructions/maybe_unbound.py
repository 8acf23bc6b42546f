"""Names that may have no value when they are read."""


def sometimes(flag):
    if flag:
        value = "set"
    try:
        return value
    except UnboundLocalError as error:
        return str(error)


def after_loop(items):
    for item in items:
        pass
    try:
        return item
    except UnboundLocalError:
        return "no item"


def after_handler():
    try:
        1 / 0
    except ZeroDivisionError as error:
        pass
    try:
        return error
    except UnboundLocalError:
        return "deleted"


def free():
    def read():
        return later

    try:
        read()
    except NameError as error:
        print(error)
    later = 5
    return read()


print(sometimes(True), sometimes(False))
print(after_loop([1, 2]), after_loop([]))
print(after_handler(), free())
