class _local:
    __module__ = "_thread"

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        object.__setattr__(self, "_places", {get_ident(): {}})
        object.__setattr__(self, "_given", (args, kwargs))
        return self

    def __getattribute__(self, name):
        place = _place(self)
        if name == "__dict__":
            return place
        if name in place:
            return place[name]
        return object.__getattribute__(self, name)

    def __getattr__(self, name):
        kind = "_thread._local" if type(self) is local else type(self).__name__
        raise AttributeError(f"'{kind}' object has no attribute '{name}'")

    def __setattr__(self, name, value):
        kind = getattr(type(self), name, None)
        if isinstance(kind, property):
            object.__setattr__(self, name, value)
        else:
            _place(self)[name] = value

    def __delattr__(self, name):
        place = _place(self)
        if name not in place:
            _local.__getattr__(self, name)
        del place[name]


local = _local


def _place(thing):
    places = object.__getattribute__(thing, "_places")
    ident = get_ident()
    if ident not in places:
        places[ident] = {}
        args, kwargs = object.__getattribute__(thing, "_given")
        if type(thing).__init__ is not object.__init__:
            type(thing).__init__(thing, *args, **kwargs)
    return places[ident]
