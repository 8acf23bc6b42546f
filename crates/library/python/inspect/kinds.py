import sys as _sys

_missing = object()


def iscoroutine(object):
    return type(object) is __coroutine__


def iscoroutinefunction(obj):
    return __is_coroutine_function__(obj)


def isawaitable(object):
    return iscoroutine(object) or hasattr(type(object), "__await__")


def isgeneratorfunction(obj):
    obj = obj.__func__ if ismethod(obj) else obj
    return isfunction(obj) and bool(obj.__code__.co_flags & 0x20)


def isasyncgenfunction(obj):
    return isfunction(obj) and bool(obj.__code__.co_flags & 0x200)


def isasyncgen(object):
    return type(object) is __async_generator__


def iscode(object):
    return type(object) is type(iscode.__code__)


def isframe(object):
    return isinstance(object, _sys._Frame)


def istraceback(object):
    return type(object) is __traceback__


def isdatadescriptor(object):
    return not isclass(object) and hasattr(type(object), "__set__")


def isgenerator(object):
    return type(object) is __generator__


GEN_CREATED = "GEN_CREATED"
GEN_RUNNING = "GEN_RUNNING"
GEN_SUSPENDED = "GEN_SUSPENDED"
GEN_CLOSED = "GEN_CLOSED"


def getgeneratorstate(generator):
    return "GEN_" + generator.__state__


def getcoroutinestate(coroutine):
    return "CORO_" + coroutine.__state__


def isfunction(object):
    return type(object) is __function__


def ismethod(object):
    return type(object) is __method__


def isbuiltin(object):
    return type(object) is type(len)


def isroutine(object):
    return isfunction(object) or ismethod(object) or isbuiltin(object)


def isclass(object):
    return isinstance(object, type)


def ismodule(object):
    return type(object) is type(_sys)


def isabstract(object):
    return isclass(object) and bool(getattr(object, "__abstractmethods__", None))


def getmembers(object, predicate=None):
    found = [(name, getattr(object, name)) for name in sorted(dir(object))]
    return [(name, value) for name, value in found if predicate is None or predicate(value)]


def getmro(cls):
    return cls.__mro__


def getdoc(object):
    text = object.__doc__
    return None if text is None else cleandoc(text)


def cleandoc(doc):
    lines = doc.expandtabs().split("\n")
    margins = [len(line) - len(line.lstrip()) for line in lines[1:] if line.strip()]
    margin = min(margins, default=0)
    cleaned = [lines[0].lstrip()] + [line[margin:] for line in lines[1:]]
    while cleaned and not cleaned[-1]:
        cleaned.pop()
    while cleaned and not cleaned[0]:
        cleaned.pop(0)
    return "\n".join(cleaned)
