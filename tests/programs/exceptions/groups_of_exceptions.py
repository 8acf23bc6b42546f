"""Several exceptions at once: groups, and `except*`, which takes those of a kind."""


def show(error):
    print(type(error).__name__, "|", error, "|", [repr(one) for one in error.exceptions])


group = ExceptionGroup("all of it", [ValueError(1), TypeError("t"), ExceptionGroup("inner", [ValueError(2), KeyError("k")])])
print(repr(group))
found, rest = group.split(ValueError)
print(repr(found), repr(rest))
print(repr(group.subgroup(lambda error: isinstance(error, KeyError))), group.subgroup(OSError))

try:
    raise group
except* ValueError as errors:
    show(errors)
except* (TypeError, KeyError) as errors:
    show(errors)
else:
    print("not reached")
finally:
    print("finally")

try:
    try:
        raise ExceptionGroup("two", [ValueError("v"), OSError("o")])
    except* ValueError:
        print("took the ValueError")
except ExceptionGroup as left:
    show(left)

try:
    raise KeyError("bare")
except* KeyError as errors:
    show(errors)

try:
    try:
        raise ExceptionGroup("first", [ValueError("a"), TypeError("b")])
    except* ValueError:
        raise LookupError("new")
except ExceptionGroup as both:
    show(both)

try:
    print("nothing is raised")
except* ValueError:
    print("not reached")
else:
    print("else")

print(type(BaseExceptionGroup("plain", [ValueError()])).__name__, type(BaseExceptionGroup("b", [KeyboardInterrupt()])).__name__)
for wrong in (lambda: ExceptionGroup("none", []), lambda: ExceptionGroup("no", [1]), lambda: ExceptionGroup("k", [KeyboardInterrupt()])):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(error)
