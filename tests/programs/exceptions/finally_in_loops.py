"""finally runs on break, continue and return out of loops, however deep."""


def walk():
    for n in range(5):
        try:
            if n == 1:
                continue
            if n == 3:
                break
            print("body", n)
        finally:
            print("finally", n)
    else:
        print("not reached")
    return n


def deep():
    while True:
        try:
            for n in range(3):
                try:
                    if n == 1:
                        return "from the inside"
                finally:
                    print("inner", n)
        finally:
            print("outer")


def swallowing_break():
    for n in range(3):
        try:
            raise ValueError(n)
        finally:
            break
    return n


print(walk())
print(deep())
print(swallowing_break())
