"""A return in finally wins over a return and over an exception."""


def both():
    try:
        return "try"
    finally:
        return "finally"


def swallows():
    try:
        1 / 0
    finally:
        return "swallowed"


def order():
    try:
        print("try")
        return print("value")
    finally:
        print("finally")


def changed():
    value = 1
    try:
        return value
    finally:
        value = 2


print(both(), swallows(), order(), changed())
