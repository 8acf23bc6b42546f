"""finally blocks and context managers run before the traceback is printed."""


class Door:
    def __enter__(self):
        print("open")

    def __exit__(self, *details):
        print("close", len(details))


def work():
    try:
        with Door():
            raise RuntimeError("stuck")
    finally:
        print("cleaning")


work()
