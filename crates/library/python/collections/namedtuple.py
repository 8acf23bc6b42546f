def _field(place):
    return property(lambda self: tuple.__getitem__(self, place), _refuse)


def _refuse(self, value):
    raise AttributeError("can't set attribute")


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    names = [str(name) for name in field_names]
    if rename:
        for place, name in enumerate(names):
            if not name.isidentifier() or name[0] == "_" or name in names[:place] or __is_keyword__(name):
                names[place] = f"_{place}"
    for place, name in enumerate([typename] + names):
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if __is_keyword__(name):
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
        if place and name[0] == "_" and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if place and name in names[:place - 1]:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
    return _named_tuple(typename, names, tuple(defaults or ()), {"__module__": module or "__main__"})


def _named_tuple(typename, names, defaults, more):
    if len(defaults) > len(names):
        raise TypeError("Got more default values than field names")
    fields = tuple(names)
    required = len(names) - len(defaults)
    parameters = ["_cls"] + [name if i < required else f"{name}=_defaults[{i - required}]" for i, name in enumerate(names)]
    place = {"_defaults": defaults, "_new": tuple.__new__, "__name__": "namedtuple_" + typename}
    __define__(f"def __new__({', '.join(parameters)}):\n return _new(_cls, ({' '.join([name + ',' for name in names])}))", place)
    new = place["__new__"]
    new.__qualname__ = typename + ".__new__"
    namespace = {
        "__slots__": (), "_fields": fields, "_field_defaults": dict(zip(names[required:], defaults)), "__new__": new,
        "_make": classmethod(_make), "_replace": _replace, "__replace__": _replace, "_asdict": _asdict,
        "__repr__": _tuple_repr, "__getnewargs__": _plain, "__match_args__": fields,
        "__doc__": f"{typename}({', '.join(names)})",
    }
    for place, name in enumerate(names):
        namespace[name] = _field(place)
    namespace.update(more)
    return type(typename, (tuple,), namespace)


def _make(cls, iterable):
    values = tuple(iterable)
    if len(values) != len(cls._fields):
        raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(values)}")
    return tuple.__new__(cls, values)


def _replace(self, /, **keywords):
    values = [keywords.pop(name, value) for name, value in zip(self._fields, self)]
    if keywords:
        raise TypeError(f"Got unexpected field names: {list(keywords)!r}")
    return self._make(values)


def _asdict(self):
    return dict(zip(self._fields, self))


def _plain(self):
    return tuple(self)


def _tuple_repr(self):
    inner = [f"{name}={__repr_in__(value, (self,))}" for name, value in zip(self._fields, self)]
    return f"{type(self).__name__}({', '.join(inner)})"
