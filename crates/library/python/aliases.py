# `int | None` and `list[int]`: what is written in annotations, and in `isinstance`.


class __UnionType__:
    def __init__(self, args):
        self.__args__ = args

    def __or__(self, other):
        return __union__(self, other)

    def __ror__(self, other):
        return __union__(other, self)

    def __eq__(self, other):
        return type(other) is __UnionType__ and set(self.__args__) == set(other.__args__)

    def __hash__(self):
        return hash(frozenset(self.__args__))

    def __repr__(self):
        return " | ".join([__shown_type__(arg) for arg in self.__args__])


def __union__(left, right):
    args = []
    for side in (left, right):
        if type(side) is __UnionType__:
            parts = side.__args__
        elif side is None:
            parts = (type(None),)
        elif isinstance(side, type) or hasattr(side, "__origin__"):
            parts = (side,)
        else:
            return NotImplemented
        for part in parts:
            if part not in args:
                args.append(part)
    return args[0] if len(args) == 1 else __UnionType__(tuple(args))


class __GenericAlias__:
    def __init__(self, origin, args):
        self.__origin__ = origin
        self.__args__ = args if isinstance(args, tuple) else (args,)

    def __call__(self, *args, **keywords):
        return self.__origin__(*args, **keywords)

    def __getattr__(self, name):
        return getattr(self.__origin__, name)

    def __getitem__(self, args):
        return __GenericAlias__(self.__origin__, args)

    __or__ = __UnionType__.__or__
    __ror__ = __UnionType__.__ror__

    def __eq__(self, other):
        return (
            type(other) is __GenericAlias__ and self.__origin__ is other.__origin__ and self.__args__ == other.__args__
        )

    def __hash__(self):
        return hash((self.__origin__, self.__args__))

    def __repr__(self):
        shown = ", ".join([__shown_type__(arg) for arg in self.__args__]) if self.__args__ else "()"
        return __shown_type__(self.__origin__) + "[" + shown + "]"


__UnionType__.__name__ = __UnionType__.__qualname__ = "UnionType"
__GenericAlias__.__name__ = __GenericAlias__.__qualname__ = "GenericAlias"
__UnionType__.__module__ = __GenericAlias__.__module__ = "types"


def __shown_type__(kind):
    if kind is Ellipsis:
        return "..."
    if kind is type(None):
        return "None"
    if isinstance(kind, list):
        return "[" + ", ".join([__shown_type__(one) for one in kind]) + "]"
    if isinstance(kind, type):
        return kind.__qualname__ if kind.__module__ == "builtins" else kind.__module__ + "." + kind.__qualname__
    return repr(kind)
