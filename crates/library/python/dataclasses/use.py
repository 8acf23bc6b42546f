def fields(class_or_instance):
    known = getattr(class_or_instance, "__dataclass_fields__", None)
    if known is None:
        raise TypeError("must be called with a dataclass type or instance")
    return tuple([one for one in known.values() if one._kind == "field"])


def is_dataclass(obj):
    return hasattr(obj if isinstance(obj, type) else type(obj), "__dataclass_fields__")


def _check(obj, name):
    if isinstance(obj, type) or not is_dataclass(obj):
        raise TypeError(f"{name}() should be called on dataclass instances")


def asdict(obj, *, dict_factory=dict):
    _check(obj, "asdict")
    return _inner(obj, lambda one, pairs: dict_factory(pairs))


def astuple(obj, *, tuple_factory=tuple):
    _check(obj, "astuple")
    return _inner(obj, lambda one, pairs: tuple_factory([value for name, value in pairs]))


def _inner(obj, make):
    if is_dataclass(obj) and not isinstance(obj, type):
        return make(obj, [(one.name, _inner(getattr(obj, one.name), make)) for one in fields(obj)])
    if isinstance(obj, tuple) and hasattr(obj, "_fields"):
        return type(obj)(*[_inner(item, make) for item in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_inner(item, make) for item in obj])
    if isinstance(obj, dict):
        pairs = [(_inner(key, make), _inner(value, make)) for key, value in obj.items()]
        if hasattr(type(obj), "default_factory") or hasattr(obj, "default_factory"):
            return type(obj)(obj.default_factory, pairs)
        return type(obj)(pairs)
    from copy import deepcopy
    return deepcopy(obj)


def replace(obj, /, **changes):
    _check(obj, "replace")
    return _replace(obj, **changes)


def _replace(obj, /, **changes):
    for one in obj.__dataclass_fields__.values():
        if one._kind == "classvar":
            continue
        if not one.init:
            if one.name in changes:
                raise TypeError(
                    f"field {one.name} is declared with init=False, it cannot be specified with replace()"
                )
        elif one.name not in changes:
            if one._kind == "initvar" and one.default is MISSING:
                raise TypeError(f"InitVar {one.name!r} must be specified with replace()")
            changes[one.name] = getattr(obj, one.name)
    return type(obj)(**changes)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, **options):
    names = {}
    space = dict(namespace or {})
    for item in fields:
        if isinstance(item, str):
            names[item] = "typing.Any"
        else:
            names[item[0]] = item[1]
            if len(item) > 2:
                space[item[0]] = item[2]
    space["__annotations__"] = names
    return dataclass(type(cls_name, bases, space), **options)
