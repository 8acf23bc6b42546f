class Error(Exception):
    pass


error = Error
_atoms = (
    type(None), int, float, bool, str, bytes, type, range, type(...), type(NotImplemented), type(len),
    type(lambda: 0), property, slice,
)


def _refuse(x):
    cls = type(x)
    module = "" if cls.__module__ == "builtins" else cls.__module__ + "."
    raise TypeError(f"cannot pickle '{module}{cls.__name__}' object")


def copy(x):
    cls = type(x)
    if issubclass(cls, type) or cls in _atoms or cls in (tuple, frozenset):
        return x
    if cls in (list, dict, set):
        return x.copy()
    method = getattr(cls, "__copy__", None)
    if method is not None:
        return method(x)
    return _rebuilt(x, lambda part: part)


def deepcopy(x, memo=None):
    if memo is None:
        memo = {}
    cls = type(x)
    if issubclass(cls, type) or cls in _atoms:
        return x
    if id(x) in memo:
        return memo[id(x)]
    if cls is list:
        y = memo[id(x)] = []
        for item in x:
            y.append(deepcopy(item, memo))
    elif cls is tuple:
        items = [deepcopy(item, memo) for item in x]
        if id(x) in memo:
            return memo[id(x)]
        y = x
        for old, new in zip(x, items):
            if old is not new:
                y = tuple(items)
                break
    elif cls is dict:
        y = memo[id(x)] = {}
        for key, value in x.items():
            y[deepcopy(key, memo)] = deepcopy(value, memo)
    elif cls is set or cls is frozenset:
        y = cls([deepcopy(item, memo) for item in x])
    elif hasattr(cls, "__deepcopy__"):
        y = cls.__deepcopy__(x, memo)
    else:
        y = _rebuilt(x, lambda part: deepcopy(part, memo), memo)
    if y is not x:
        memo[id(x)] = y
        memo.setdefault("alive", []).append(x)
    return y


def _rebuilt(x, change, memo=None):
    cls = type(x)
    if cls.__module__ in ("builtins", "_thread") and not isinstance(x, BaseException):
        _refuse(x)
    for method in ("__reduce__", "__reduce_ex__"):
        if hasattr(cls, method):
            made = getattr(x, method)(*([4] if method != "__reduce__" else []))
            if isinstance(made, str):
                return x
            y = made[0](*[change(part) for part in made[1]])
            if len(made) > 2 and made[2]:
                _restore(y, change(made[2]))
            return y
    base = __base_of__(x)
    if isinstance(x, BaseException):
        y = cls.__new__(cls, *change(x.args))
    elif base is x:
        y = object.__new__(cls)
    elif isinstance(x, tuple):
        y = tuple.__new__(cls, [change(item) for item in x])
    else:
        kind = type(base)
        y = kind.__new__(cls) if kind in (list, dict, set) else kind.__new__(cls, base)
    if memo is not None:
        memo[id(x)] = y
    if base is not x and isinstance(x, (list, dict, set)):
        if isinstance(x, dict):
            for key, value in base.items():
                dict.__setitem__(y, change(key), change(value))
        elif isinstance(x, list):
            list.extend(y, [change(item) for item in base])
        else:
            set.update(y, [change(item) for item in base])
    state = x.__getstate__() if hasattr(cls, "__getstate__") else getattr(x, "__dict__", None)
    if state:
        _restore(y, change(state))
    return y


def _restore(y, state):
    if hasattr(type(y), "__setstate__"):
        y.__setstate__(state)
    else:
        y.__dict__.update(state)


def replace(obj, /, **changes):
    if not hasattr(type(obj), "__replace__"):
        raise TypeError(f"replace() does not support {type(obj).__name__} objects")
    return type(obj).__replace__(obj, **changes)
