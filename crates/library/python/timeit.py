import _evaluate
from time import perf_counter as default_timer

default_number = 1000000
default_repeat = 5


_TEMPLATE = """
def __timed__(_it, _timer):
{setup}
    _t0 = _timer()
    for _i in _it:
{stmt}
        pass
    return _timer() - _t0
"""


# The lines of code in a text, or a call of what can be called.
def _lines(code, name, names, indent):
    if callable(code):
        names[name] = code
        code = f"{name}()"
    elif not isinstance(code, str):
        raise ValueError(f"{name.strip('_')} is neither a string nor callable")
    return "\n".join([indent + line for line in code.split("\n")])


class Timer:
    def __init__(self, stmt="pass", setup="pass", timer=default_timer, globals=None):
        names = {} if globals is None else dict(globals)
        setup = _lines(setup, "_setup", names, "    ")
        stmt = _lines(stmt, "_stmt", names, "        ")
        exec(_TEMPLATE.format(setup=setup, stmt=stmt), names)
        self.inner = names["__timed__"]
        self.timer = timer

    def timeit(self, number=default_number):
        return self.inner(iter(range(number)), self.timer)

    def repeat(self, repeat=default_repeat, number=default_number):
        return [self.timeit(number) for i in range(repeat)]

    def autorange(self, callback=None):
        number = 1
        while True:
            for factor in 1, 2, 5:
                time_taken = self.timeit(number * factor)
                if callback is not None:
                    callback(number * factor, time_taken)
                if time_taken >= 0.2:
                    return number * factor, time_taken
            number *= 10


def timeit(stmt="pass", setup="pass", timer=default_timer, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).timeit(number)


def repeat(stmt="pass", setup="pass", timer=default_timer, repeat=default_repeat, number=default_number, globals=None):
    return Timer(stmt, setup, timer, globals).repeat(repeat, number)
