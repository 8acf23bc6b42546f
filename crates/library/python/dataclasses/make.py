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
        given = [one for one in known.values() if one._kind != "classvar"]
        _define(cls, _init_source(given, frozen, post, slots))
        given = sorted([one for one in given if one.init], key=lambda one: bool(one.kw_only))
        cls.__init__.__annotations__ = {one.name: one.type for one in given} | {"return": None}
    if repr and "__repr__" not in own:
        shown = ", ".join([f"{one.name}={{self.{one.name}!r}}" for one in fields if one.repr])
        show = {}
        __define__(f"def show(self):\n return f'{{type(self).__qualname__}}({shown})'", show)
        _define(cls, ("def __repr__(self):\n return __show_once__(self, show, '...')", show))
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
