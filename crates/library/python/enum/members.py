_unset = object()


class auto:
    def __init__(self, value=_unset):
        self.value = value

    def __or__(self, other):
        return _Later(self, other, lambda a, b: a | b)

    def __ror__(self, other):
        return _Later(other, self, lambda a, b: a | b)

    def __and__(self, other):
        return _Later(self, other, lambda a, b: a & b)

    def __xor__(self, other):
        return _Later(self, other, lambda a, b: a ^ b)

    def __invert__(self):
        return _Later(self, None, lambda a, b: ~a)


class _Later(auto):
    def __init__(self, left, right, combine):
        self.value = _unset
        self._parts = left, right, combine


class nonmember:
    def __init__(self, value):
        self.value = value


class member:
    def __init__(self, value):
        self.value = value


def _is_special(name, value):
    if isinstance(value, member):
        return False
    return (
        name[:2] == "__" and name[-2:] == "__" or name[:1] == "_" and name[-1:] == "_"
        or isinstance(value, (type(_is_special), property, classmethod, staticmethod, nonmember))
        or hasattr(type(value), "__get__")
    )


class EnumType(type):
    def __new__(mcls, name, bases, namespace, /, **keywords):
        keywords.pop("boundary", None)
        plain = {}
        found = []
        ignored = namespace.get("_ignore_", ())
        if isinstance(ignored, str):
            ignored = ignored.replace(",", " ").split()
        for key, value in namespace.items():
            if key in ignored or key == "_ignore_":
                continue
            if _is_special(key, value) or key.startswith("_" + name + "__"):
                plain[key] = value.value if isinstance(value, nonmember) else value
            else:
                found.append((key, value.value if isinstance(value, member) else value))
        for base in bases:
            if getattr(base, "_member_map_", None):
                raise TypeError(f"<enum '{name}'> cannot extend {base!r}")
        plain["_member_map_"] = {}
        plain["_member_names_"] = []
        plain["_value2member_map_"] = {}
        cls = super().__new__(mcls, name, bases, plain, **keywords)
        data = None
        for base in cls.__mro__:
            if base.__module__ == "builtins" and base is not object:
                data = base
                break
        if data is not None and bases:
            for method in ("__repr__", "__str__", "__format__"):
                if method not in plain and getattr(cls, method) is getattr(data, method):
                    type.__setattr__(cls, method, getattr(bases[-1], method))
        values = []
        for key, given in found:
            value = _valued(cls, key, given, values)
            values.append(value)
            _add(cls, key, value, data)
        cls._member_type_ = data or object
        if "__new__" in plain:
            cls.__new__ = _lookup_only
        return cls

    def __init__(cls, *args, **keywords):
        pass

    def __call__(cls, value=_unset, names=_unset, *more, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is _unset or cls._member_map_:
            if value is _unset:
                raise TypeError("EnumType.__call__() missing 1 required positional argument: 'value'")
            if names is not _unset:
                value = (value, names) + more
            return _lookup(cls, value)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if hasattr(names, "items"):
            names = list(names.items())
        namespace = {"__module__": module or "__main__", "__qualname__": qualname or value}
        last = []
        for place, name in enumerate(names):
            if isinstance(name, str):
                last.append(cls._generate_next_value_(name, start, place, last[:]))
                name = (name, last[-1])
            namespace[name[0]] = name[1]
        return EnumType.__new__(EnumType, value, ((type, cls) if type else (cls,)), namespace)

    def __iter__(cls):
        return iter([cls._member_map_[name] for name in cls._member_names_])

    def __reversed__(cls):
        return reversed([cls._member_map_[name] for name in cls._member_names_])

    def __len__(cls):
        return len(cls._member_names_)

    def __bool__(cls):
        return True

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __contains__(cls, value):
        return isinstance(value, cls) or value in cls._value2member_map_

    @property
    def __members__(cls):
        return cls._member_map_.copy()

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", {}):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls._member_map_:
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
        super().__delattr__(name)

    def __repr__(cls):
        kind = "flag" if Flag is not None and issubclass(cls, Flag) else "enum"
        return f"<{kind} '{cls.__name__}'>"


EnumMeta = EnumType
Flag = None


def _valued(cls, name, given, values):
    if isinstance(given, tuple) and [part for part in given if isinstance(part, auto)]:
        return tuple([_valued(cls, name, part, values) if isinstance(part, auto) else part for part in given])
    if not isinstance(given, auto):
        return given
    if given.value is _unset:
        if isinstance(given, _Later):
            left, right, combine = given._parts
            given.value = combine(_valued(cls, name, left, values), _valued(cls, name, right, values))
        else:
            given.value = cls._generate_next_value_(name, 1, len(values), values[:])
    return given.value


def _add(cls, name, value, data):
    args = value if isinstance(value, tuple) else (value,)
    new = cls.__new__
    if new is _lookup_only:
        new = next((base.__dict__["_new_"] for base in cls.__mro__ if "_new_" in base.__dict__), None)
    elif "__new__" in cls.__dict__:
        cls._new_ = staticmethod(new)
    else:
        new = None
    if new is not None:
        one = new(cls, *args)
        if not hasattr(one, "_value_"):
            one._value_ = value if data is None else data(*args)
    elif data is None:
        one = object.__new__(cls)
        one._value_ = value
    else:
        one = data.__new__(cls, *args)
        one._value_ = __base_of__(one) if data in (int, str, float) else value
    one._name_ = name
    one.__objclass__ = cls
    one._sort_order_ = len(cls._member_names_)
    one.__init__(*args)
    for other in cls._member_map_.values():
        if other._value_ == one._value_:
            one = other
            break
    else:
        if not isinstance(one, (Flag or ())) or _is_single(one._value_):
            cls._member_names_.append(name)
    cls._member_map_[name] = one
    type.__setattr__(cls, name, one)
    try:
        cls._value2member_map_.setdefault(one._value_, one)
    except TypeError:
        pass


def _is_single(value):
    return value > 0 and value & (value - 1) == 0


def _lookup_only(cls, value):
    return _lookup(cls, value)


def _lookup(cls, value):
    if type(value) is cls:
        return value
    try:
        if value in cls._value2member_map_:
            return cls._value2member_map_[value]
    except TypeError:
        for one in cls._member_map_.values():
            if one._value_ == value:
                return one
    if not cls._member_map_:
        raise TypeError(f"{cls!r} has no members; specify `names=()` if you meant to create a new, empty, enum")
    error = ValueError(f"{value!r} is not a valid {cls.__qualname__}")
    try:
        result = cls._missing_(value)
    except Exception as raised:
        if raised.__context__ is None:
            raised.__context__ = error
        raise
    if isinstance(result, cls):
        return result
    if result is None:
        raise error
    raise TypeError(
        f"error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member"
    )
