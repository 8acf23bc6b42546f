"""inspect: signatures, their parameters and bound arguments, sources and frames."""

import functools
import inspect
import sys


def f(a, b: int = 2, *args, c, d=4, **kw) -> str:
    """A function."""
    # with a comment
    return f"{a}"


def g(a, /, b, *, c=None):
    pass


class C:
    def __init__(self, size: float, *, name="c"):
        self.size = size

    def method(self, x):
        return x


signature = inspect.signature(f)
print(signature, list(signature.parameters), signature.return_annotation)
for parameter in signature.parameters.values():
    print(parameter, parameter.kind, parameter.kind.name, parameter.default is inspect.Parameter.empty)
print(inspect.signature(g), inspect.signature(C), inspect.signature(C.method), inspect.signature(C(1).method))
print(inspect.signature(functools.partial(f, 1, d=5)))
bound = signature.bind(1, c=3)
print(bound.args, bound.kwargs, bound.arguments)
bound.apply_defaults()
print(bound.arguments)
for wrong in (lambda: signature.bind(), lambda: inspect.signature(g).bind(1, 2, 3), lambda: inspect.signature(g).bind(1, 2, z=3)):
    try:
        wrong()
    except TypeError as error:
        print(error)
print(inspect.getfullargspec(f))
print(inspect.getsource(f), end="")
print(inspect.getsource(C.method), end="")


def where():
    frame = inspect.currentframe()
    caller = inspect.stack()[1]
    return frame.f_code.co_name, frame.f_lineno, caller.function, caller.lineno, sorted(frame.f_locals)


print(where(), sys._getframe().f_code.co_name, f.__code__.co_varnames, f.__code__.co_argcount)
print(inspect.isfunction(f), inspect.isgeneratorfunction(f), inspect.isclass(C), inspect.getdoc(f))
