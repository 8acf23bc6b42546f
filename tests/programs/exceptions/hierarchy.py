"""Handlers match by class, base class and tuple; the first that matches wins."""


class A(Exception):
    pass


class B(A):
    pass


class C(B, ValueError):
    pass


def catch(kind):
    try:
        raise kind("m")
    except B:
        return "B"
    except A:
        return "A"
    except (KeyError, ValueError):
        return "tuple"
    except BaseException as error:
        return type(error).__name__


print([catch(kind) for kind in (A, B, C, ValueError, KeyError, OSError, KeyboardInterrupt)])
print(issubclass(KeyError, LookupError), issubclass(ZeroDivisionError, ArithmeticError))
print(isinstance(C("x"), ValueError), issubclass(SystemExit, Exception))
print([repr(e) for e in (A(), A(1), A(1, "two"), KeyError("k"))], str(KeyError("k")), str(A(1, 2)))
