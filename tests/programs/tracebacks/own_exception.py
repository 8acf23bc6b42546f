"""An uncaught exception of one's own, with and without a message."""


class Stop(Exception):
    """Asked to stop."""


class Outer:
    class Inner(Stop):
        def __str__(self):
            return "from the inner class"


def run(n):
    if n == 0:
        raise Outer.Inner
    run(n - 1)


try:
    run(1)
except Stop as stop:
    print("caught", stop)
run(2)
