class FrozenInstanceError(AttributeError):
    pass


class _Mark:
    def __init__(self, text):
        self._text = text

    def __repr__(self):
        return self._text


MISSING = _Mark("<dataclasses._MISSING_TYPE object>")
KW_ONLY = _Mark("<dataclasses._KW_ONLY_TYPE object>")
_factory = _Mark("<factory>")


class InitVar:
    def __init__(self, type):
        self.type = type

    def __class_getitem__(cls, type):
        return cls(type)


class Field:
    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = metadata
        self.kw_only = kw_only
        self._kind = "field"

    def __repr__(self):
        shown = [f"{name}={value!r}" for name, value in self.__dict__.items() if name != "_kind"]
        return f"Field({','.join(shown)},_field_type=_FIELD)"

    def __set_name__(self, owner, name):
        hook = getattr(type(self.default), "__set_name__", None)
        if hook is not None:
            hook(self.default, owner, name)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError("cannot specify both default and default_factory")
    return Field(default, default_factory, init, repr, hash, compare, metadata or {}, kw_only)


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots)

    return wrap if cls is None else wrap(cls)


def _kind_of(kind):
    if kind is KW_ONLY or isinstance(kind, str) and kind.split(".")[-1] == "KW_ONLY":
        return "kw_only"
    if isinstance(kind, InitVar) or kind is InitVar:
        return "initvar"
    text = kind if isinstance(kind, str) else __repr_of__(kind)
    text = text.split("[")[0].split(".")[-1]
    return "initvar" if text == "InitVar" else "classvar" if text == "ClassVar" else "field"


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots):
    known = {}
    has_base = False
    for base in cls.__mro__[:0:-1]:
        inherited = base.__dict__.get("__dataclass_fields__")
        if inherited is not None:
            has_base = True
            known.update(inherited)
            is_frozen = base.__dataclass_params__.frozen
            if is_frozen and not frozen:
                raise TypeError("cannot inherit non-frozen dataclass from a frozen one")
            if frozen and not is_frozen:
                raise TypeError("cannot inherit frozen dataclass from a non-frozen one")
    names = cls.__dict__.get("__annotations__", {})
    only_by_name = kw_only
    for name, kind in names.items():
        what = _kind_of(kind)
        if what == "kw_only":
            only_by_name = True
            continue
        default = cls.__dict__.get(name, MISSING)
        if isinstance(default, Field):
            one = default
            if one.default is MISSING:
                delattr(cls, name)
            else:
                setattr(cls, name, one.default)
        else:
            if slots and type(default).__name__ == "member_descriptor":
                default = MISSING
            one = field(default=default)
        one.name = name
        one.type = kind
        one._kind = what
        if what != "field" and one.default_factory is not MISSING:
            raise TypeError(f"field {name} cannot have a default factory")
        if one.kw_only is MISSING:
            one.kw_only = only_by_name
        if what == "field" and type(one.default).__hash__ is None:
            raise ValueError(
                f"mutable default {type(one.default)} for field {name} is not allowed: use default_factory"
            )
        known[name] = one
    for name, value in list(cls.__dict__.items()):
        if isinstance(value, Field) and name not in names:
            raise TypeError(f"{name!r} is a field but has no type annotation")
    cls.__dataclass_fields__ = known
    cls.__dataclass_params__ = _Params(init, repr, eq, order, unsafe_hash, frozen)
    fields = [one for one in known.values() if one._kind == "field"]
    post = hasattr(cls, "__post_init__")
    own = dict(cls.__dict__)
    if init:
        _define(cls, _init_source([one for one in known.values() if one._kind != "classvar"], frozen, post, slots))
    if repr and "__repr__" not in own:
        cls.__repr__ = _repr_of([one.name for one in fields if one.repr])
    compared = [one.name for one in fields if one.compare]
    both = ["(" + "".join([f"{side}.{name}," for name in compared]) + ")" for side in ("self", "other")]
    if eq and "__eq__" not in own:
        tests = " and ".join([f"self.{name} == other.{name}" for name in compared]) or "True"
        _define(cls, (
            "def __eq__(self, other):\n if self is other:\n  return True\n if other.__class__ is self.__class__:\n"
            f"  return {tests}\n return NotImplemented", {}
        ))
    if order:
        if not eq:
            raise ValueError("eq must be true if order is true")
        for name, sign in (("__lt__", "<"), ("__le__", "<="), ("__gt__", ">"), ("__ge__", ">=")):
            if name in own:
                raise TypeError(
                    f"Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering"
                )
            _define(cls, (
                f"def {name}(self, other):\n if other.__class__ is self.__class__:\n"
                f"  return {both[0]} {sign} {both[1]}\n return NotImplemented", {}
            ))
    if frozen:
        mine = tuple([one.name for one in fields])
        for name in ("__setattr__", "__delattr__"):
            if name in own:
                raise TypeError(f"Cannot overwrite attribute {name} in class {cls.__name__}")
        _freeze(cls, mine)
    own_hash = "__hash__" in own and not (own["__hash__"] is None and "__eq__" in own)
    if unsafe_hash and own_hash:
        raise TypeError(f"Cannot overwrite attribute __hash__ in class {cls.__name__}")
    if unsafe_hash or eq and frozen and not own_hash:
        hashed = [one.name for one in fields if (one.compare if one.hash is None else one.hash)]
        _define(cls, (f"def __hash__(self):\n return hash(({''.join([f'self.{name},' for name in hashed])}))", {}))
    elif eq and not own_hash:
        cls.__hash__ = None
    if match_args and "__match_args__" not in own:
        cls.__match_args__ = tuple([one.name for one in known.values() if one.init and not one.kw_only and one._kind != "classvar"])
    if "__replace__" not in own:
        cls.__replace__ = _replace
    if cls.__dict__.get("__doc__") is None:
        shown = ", ".join([_shown(one) for one in known.values() if one.init and one._kind != "classvar"])
        cls.__doc__ = f"{cls.__name__}({shown})"
    if slots:
        if "__slots__" in own:
            raise TypeError(f"{cls.__name__} already specifies __slots__")
        for one in fields:
            if one.name in cls.__dict__:
                delattr(cls, one.name)
        inherited = [name for base in cls.__mro__[1:] for name in base.__dict__.get("__slots__", ())]
        cls.__slots__ = tuple([one.name for one in fields if one.name not in inherited])
    return cls


class _Params:
    def __init__(self, init, repr, eq, order, unsafe_hash, frozen):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen


def _shown(one):
    kind = one.type.__name__ if isinstance(one.type, type) else repr(one.type)
    default = "" if one.default is MISSING else f" = {one.default!r}"
    if one.default_factory is not MISSING:
        default = " = <factory>"
    return f"{one.name}: {kind}{default}"


def _define(cls, made):
    source, names = made
    names["__name__"] = cls.__module__
    __define__(source, names)
    name = source[4:source.index("(")]
    function = names[name]
    function.__qualname__ = f"{cls.__qualname__}.{name}"
    setattr(cls, name, function)


def _init_source(fields, frozen, post, slots):
    names = {"_factory": _factory, "_set": object.__setattr__}
    plain = [one for one in fields if one.init and not one.kw_only]
    by_name = [one for one in fields if one.init and one.kw_only]
    seen = False
    for one in plain:
        if one.default is not MISSING or one.default_factory is not MISSING:
            seen = one.name
        elif seen:
            raise TypeError(f"non-default argument {one.name!r} follows default argument {seen!r}")
    parameters = []
    body = []
    for one in plain + by_name:
        text = one.name
        if one.default_factory is not MISSING:
            text += "=_factory"
        elif one.default is not MISSING:
            names[f"_default_{one.name}"] = one.default
            text += f"=_default_{one.name}"
        if one in by_name and one is by_name[0]:
            parameters.append("*")
        parameters.append(text)
    this = "self" if "self" not in [one.name for one in fields] else "__dataclass_self__"
    for one in fields:
        value = one.name
        if one.default_factory is not MISSING:
            names[f"_make_{one.name}"] = one.default_factory
            value = f"_make_{one.name}()"
            if one.init:
                value += f" if {one.name} is _factory else {one.name}"
        elif not one.init:
            if one.default is MISSING or not slots:
                continue
            names[f"_default_{one.name}"] = one.default
            value = f"_default_{one.name}"
        if one._kind == "field":
            body.append(f" _set({this}, {one.name!r}, {value})" if frozen else f" {this}.{one.name} = {value}")
    if post:
        body.append(f" {this}.__post_init__({', '.join([one.name for one in fields if one._kind == 'initvar'])})")
    head = ", ".join([this] + parameters)
    return f"def __init__({head}):\n" + "\n".join(body or [" pass"]), names


def _repr_of(names):
    def show(self):
        return f"{type(self).__qualname__}({', '.join([f'{name}={getattr(self, name)!r}' for name in names])})"

    def __repr__(self):
        return __show_once__(self, show, "...")

    return __repr__


def _freeze(cls, names):
    def __setattr__(self, name, value):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot assign to field {name!r}")
        super(cls, self).__setattr__(name, value)

    def __delattr__(self, name):
        if type(self) is cls or name in names:
            raise FrozenInstanceError(f"cannot delete field {name!r}")
        super(cls, self).__delattr__(name)

    cls.__setattr__ = __setattr__
    cls.__delattr__ = __delattr__


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
