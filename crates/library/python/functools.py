import _evaluate


WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__")
WRAPPER_UPDATES = ("__dict__",)
_missing = object()


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    for name in assigned:
        value = getattr(wrapped, name, _missing)
        if value is not _missing:
            setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    return partial(update_wrapper, wrapped=wrapped, assigned=assigned, updated=updated)


class partial:
    def __init__(self, func, /, *args, **keywords):
        if not callable(func):
            raise TypeError("the first argument must be callable")
        if isinstance(func, partial):
            args = func.args + args
            keywords = {**func.keywords, **keywords}
            func = func.func
        self.func = func
        self.args = args
        self.keywords = keywords

    def __call__(self, /, *args, **keywords):
        return self.func(*self.args, *args, **{**self.keywords, **keywords})

    def __repr__(self):
        parts = [repr(self.func)] + [repr(arg) for arg in self.args]
        parts += [f"{name}={value!r}" for name, value in self.keywords.items()]
        return f"functools.partial({', '.join(parts)})"


class partialmethod:
    def __init__(self, func, /, *args, **keywords):
        self.func = func
        self.args = args
        self.keywords = keywords

    def __get__(self, obj, cls=None):
        return partial(self.func.__get__(obj, cls), *self.args, **self.keywords)


def reduce(function, iterable, initial=_missing, /):
    items = iter(iterable)
    value = initial
    if value is _missing:
        value = next(items, _missing)
        if value is _missing:
            raise TypeError("reduce() of empty iterable with no initial value")
    for item in items:
        value = function(value, item)
    return value


class _CacheInfo(tuple):
    _fields = ("hits", "misses", "maxsize", "currsize")
    hits = property(lambda self: self[0])
    misses = property(lambda self: self[1])
    maxsize = property(lambda self: self[2])
    currsize = property(lambda self: self[3])

    def __repr__(self):
        return "CacheInfo(hits=%r, misses=%r, maxsize=%r, currsize=%r)" % tuple(self)


def lru_cache(maxsize=128, typed=False):
    if callable(maxsize):
        return _cached(maxsize, 128, False)
    if maxsize is not None and not isinstance(maxsize, int):
        raise TypeError("Expected first argument to be an integer, a callable, or None")
    return lambda function: _cached(function, maxsize if maxsize is None or maxsize > 0 else 0, typed)


def cache(user_function, /):
    return _cached(user_function, None, False)


def _cached(function, maxsize, typed):
    table = {}
    hits = 0
    misses = 0

    def wrapper(*args, **keywords):
        nonlocal hits, misses
        key = args
        if keywords:
            key = (args, "__keywords__", tuple(keywords.items()))
        if typed:
            key = (key, tuple([type(arg) for arg in args]), tuple([type(arg) for arg in keywords.values()]))
        value = table.get(key, _missing)
        if value is not _missing:
            hits += 1
            if maxsize is not None:
                del table[key]
                table[key] = value
            return value
        misses += 1
        value = function(*args, **keywords)
        if maxsize == 0:
            return value
        if key not in table and maxsize is not None and len(table) >= maxsize:
            for oldest in table:
                del table[oldest]
                break
        table[key] = value
        return value

    def cache_info():
        return _CacheInfo((hits, misses, maxsize, len(table)))

    def cache_clear():
        nonlocal hits, misses
        hits = misses = 0
        table.clear()

    update_wrapper(wrapper, function)
    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return wrapper


class cached_property:
    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        self.attrname = name

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        table = instance.__dict__
        value = table.get(self.attrname, _missing)
        if value is _missing:
            value = self.func(instance)
            table[self.attrname] = value
        return value


_orders = {
    "__lt__": ("__gt__", "__le__", "__ge__"),
    "__le__": ("__ge__", "__lt__", "__gt__"),
    "__gt__": ("__lt__", "__ge__", "__le__"),
    "__ge__": ("__le__", "__gt__", "__lt__"),
}


def total_ordering(cls):
    roots = [name for name in _orders if getattr(cls, name, None) is not getattr(object, name, None)]
    if not roots:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = "__lt__" if "__lt__" in roots else "__le__" if "__le__" in roots else roots[0]
    for name in _orders[root]:
        if name not in roots:
            setattr(cls, name, _derived(root, name))
    return cls


def _derived(root, name):
    strict = root[3] == "t"

    def method(self, other):
        result = getattr(type(self), root)(self, other)
        if result is NotImplemented:
            return result
        if root[2] == name[2]:
            return result or self == other if strict else result and self != other
        if strict == (name[3] == "t"):
            return not result and self != other if strict else not result or self == other
        return not result

    method.__name__ = name
    return method


def cmp_to_key(mycmp):
    class KeyWrapper:
        __module__ = "functools"

        def __init__(self, obj):
            self.obj = obj

        def __lt__(self, other):
            return mycmp(self.obj, other.obj) < 0

        def __gt__(self, other):
            return mycmp(self.obj, other.obj) > 0

        def __eq__(self, other):
            return mycmp(self.obj, other.obj) == 0

        def __le__(self, other):
            return mycmp(self.obj, other.obj) <= 0

        def __ge__(self, other):
            return mycmp(self.obj, other.obj) >= 0

        __hash__ = None

    return KeyWrapper


def _kinds(cls):
    if isinstance(cls, type):
        return (cls,)
    members = getattr(cls, "__args__", ())
    return members if members and all([isinstance(one, type) for one in members]) else ()


def singledispatch(func):
    registry = {object: func}

    def dispatch(cls):
        for base in cls.__mro__:
            if base in registry:
                return registry[base]
        for base, found in registry.items():
            if base is not object and issubclass(cls, base):
                return found
        return func

    def register(cls, func=None):
        if func is None:
            if _kinds(cls):
                return lambda func: register(cls, func)
            func = cls
            annotations = getattr(func, "__annotations__", {})
            if not annotations:
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. Use either `@register(some_class)` or plain "
                    "`@register` on an annotated function."
                )
            for name, cls in annotations.items():
                break
            if isinstance(cls, str):
                cls = eval(cls, func.__globals__)
            if not _kinds(cls):
                raise TypeError(f"Invalid annotation for {name!r}. {cls!r} is not a class.")
        for kind in _kinds(cls):
            registry[kind] = func
        return func

    def wrapper(*args, **keywords):
        if not args:
            raise TypeError(f"{func.__name__} requires at least 1 positional argument")
        return dispatch(type(args[0]))(*args, **keywords)

    update_wrapper(wrapper, func)
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = registry
    return wrapper


class singledispatchmethod:
    def __init__(self, func):
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        def method(*args, **keywords):
            return self.dispatcher.dispatch(type(args[0])).__get__(obj, cls)(*args, **keywords)

        return update_wrapper(method, self.func)
