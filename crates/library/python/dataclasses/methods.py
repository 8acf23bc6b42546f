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
