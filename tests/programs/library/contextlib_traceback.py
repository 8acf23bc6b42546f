"""An exception that passes through a manager made of a generator keeps its traceback."""

from contextlib import contextmanager


@contextmanager
def logged(name):
    try:
        yield
    except ValueError:
        print("logged", name)
        raise


def convert(text):
    with logged("convert"):
        return int(text)


print(convert("12"))
convert("twelve")
