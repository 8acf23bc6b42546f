

class FrameInfo(tuple):
    _fields = ("frame", "filename", "lineno", "function", "code_context", "index")

    def __getattr__(self, name):
        if name not in self._fields:
            raise AttributeError(f"'FrameInfo' object has no attribute {name!r}")
        return self[self._fields.index(name)]

    def __repr__(self):
        return f"FrameInfo({', '.join([f'{name}={value!r}' for name, value in zip(self._fields, self)])})"


def currentframe():
    return _sys._getframe()


def _info(frame):
    code = frame.f_code
    lines = __source__().splitlines(True)
    context = lines[frame.f_lineno - 1:frame.f_lineno] or None
    return FrameInfo((frame, code.co_filename, frame.f_lineno, code.co_name, context, 0 if context else None))


def stack(context=1):
    frame, found = _sys._getframe(), []
    while frame is not None:
        found.append(_info(frame))
        frame = frame.f_back
    return found


def getframeinfo(frame, context=1):
    return FrameInfo(_info(frame)[1:])


def getouterframes(frame, context=1):
    found = []
    while frame is not None:
        found.append(_info(frame))
        frame = frame.f_back
    return found


def getsourcelines(object):
    if ismethod(object):
        object = object.__func__
    object = unwrap(object)
    lines = __source__().splitlines(True)
    if isfunction(object):
        if object.__module__ != "__main__":
            raise OSError("could not get source code")
        first = object.__code__.co_firstlineno - 1
    elif isclass(object):
        starts = [place for place, line in enumerate(lines) if line.lstrip().startswith(f"class {object.__name__}")
                  and not (line.lstrip()[6 + len(object.__name__):7 + len(object.__name__)].strip(":( ["))]
        if object.__module__ != "__main__" or not starts:
            raise TypeError(f"{object!r} is a built-in class")
        first = starts[0]
        while first and lines[first - 1].lstrip().startswith("@"):
            first -= 1
    else:
        raise TypeError("module, class, method, function, traceback, frame, or code object was expected, got "
                        + type(object).__name__)
    return _block(lines, first), first + 1


# The lines of a definition: up to the first that is not deeper, behind the line that ends its head.
def _block(lines, first):
    indent = len(lines[first]) - len(lines[first].lstrip())
    end, inside, depth = first, False, 0
    for place in range(first, len(lines)):
        line = lines[place]
        bare = line.strip()
        if not bare or bare.startswith("#"):
            continue
        if inside and depth == 0 and len(line) - len(line.lstrip()) <= indent:
            break
        depth += sum([line.count(letter) for letter in "([{"]) - sum([line.count(letter) for letter in ")]}"])
        inside = inside or not bare.startswith("@") and depth == 0
        end = place
        if inside and bare.startswith(("def ", "class ", "async ")) and not bare.endswith(":") and place == first:
            break
    return lines[first:end + 1]


def getsource(object):
    return "".join(getsourcelines(object)[0])


def getfile(object):
    return object.__code__.co_filename if isfunction(object) else "<program>"


getsourcefile = getfile


def getmodule(object, _filename=None):
    return __module_named__(getattr(object, "__module__", "")) if not ismodule(object) else object


def unwrap(func, *, stop=None):
    while hasattr(func, "__wrapped__") and not (stop is not None and stop(func)):
        func = func.__wrapped__
    return func


def getattr_static(obj, attr, default=_missing):
    for place in [getattr(obj, "__dict__", {})] + [cls.__dict__ for cls in (obj if isclass(obj) else type(obj)).__mro__]:
        if attr in place:
            return place[attr]
    if default is _missing:
        raise AttributeError(attr)
    return default
