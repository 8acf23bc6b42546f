"""contextlib: managers from generators, suppress, closing, nullcontext."""

from contextlib import closing, contextmanager, nullcontext, suppress


@contextmanager
def section(name):
    print("enter", name)
    try:
        yield name.upper()
    except KeyError as error:
        print("handled", error)
    finally:
        print("leave", name)


with section("one") as name:
    print(name)
with section("two"):
    {}["missing"]
try:
    with section("three"):
        raise ValueError("not handled")
except ValueError as error:
    print("outside:", error)


@section("decorated")
def call():
    print("called")


call()
call()
with suppress(ZeroDivisionError, KeyError):
    print(1 / 0)


class Connection:
    def close(self):
        print("closed")


with closing(Connection()) as connection, nullcontext(5) as five:
    print(type(connection).__name__, five)


@contextmanager
def silent():
    if False:
        yield


@contextmanager
def twice():
    yield 1
    yield 2


for manager in (silent, twice):
    try:
        with manager():
            pass
    except RuntimeError as error:
        print(error)
