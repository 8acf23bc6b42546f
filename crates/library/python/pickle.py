# Pickles of plain data and of a program's own objects. What is between the first and the last byte is a text of ours, and not
# CPython's opcodes: a pickle is for `loads` here.
import _evaluate
import copy as _copy
import sys as _sys

HIGHEST_PROTOCOL = 5
DEFAULT_PROTOCOL = 4


class PickleError(Exception):
    pass


class PicklingError(PickleError):
    pass


class UnpicklingError(PickleError):
    pass


PicklingError.__module__ = UnpicklingError.__module__ = PickleError.__module__ = "_pickle"
_PLAIN = (int, float, str, bytes, bool, type(None), type(...), type(NotImplemented))


def _named(thing):
    module = __module_named__(thing.__module__) if thing.__module__ != "__main__" else None
    names = __main_names__() if thing.__module__ == "__main__" else vars(module) if module is not None else {}
    first, *rest = thing.__qualname__.split(".")
    found = names.get(first)
    for name in rest:
        found = getattr(found, name, None)
    if found is not thing:
        kind = "local object" if "<locals>" in thing.__qualname__ else None
        if kind:
            raise AttributeError(f"Can't get local object '{thing.__qualname__}'")
        raise PicklingError(f"Can't pickle {thing!r}: attribute lookup {thing.__qualname__} on {thing.__module__} failed")
    return f"{thing.__module__}:{thing.__qualname__}"


class _Writer:
    def __init__(self):
        self.parts = []
        self.known = {}
        self.kept = []

    def put(self, value):
        write = self.parts.append
        kind = type(value)
        if kind in _PLAIN:
            text = repr(value)
            write(f"p{len(text)}:{text}")
            return
        if id(value) in self.known:
            write(f"r{self.known[id(value)]};")
            return
        self.kept.append(value)
        if kind is tuple or kind is frozenset:
            write(f"{'t' if kind is tuple else 'f'}{len(value)};")
            for item in value:
                self.put(item)
            self.known[id(value)] = len(self.known)
            return
        self.known[id(value)] = len(self.known)
        if kind in (list, set):
            write(f"{'l' if kind is list else 's'}{len(value)};")
            for item in value:
                self.put(item)
        elif kind is dict:
            write(f"d{len(value)};")
            for key, item in value.items():
                self.put(key)
                self.put(item)
        elif isinstance(value, type) or kind is __function__ or hasattr(kind, "__members__"):
            text = f"{_named(kind)}.{value.name}" if hasattr(kind, "__members__") else _named(value)
            write(f"g{len(text)}:{text}")
        else:
            self.put_object(value, kind)

    def put_object(self, value, kind):
        if kind.__module__ in ("_thread", "threading", "_queue") or kind in (__generator__, __coroutine__, __module__):
            raise TypeError(f"cannot pickle '{kind.__module__ + '.' if kind.__module__ == '_thread' else ''}{kind.__name__}' object")
        if isinstance(value, BaseException):
            self.parts.append("e")
            self.put(kind)
            self.put(value.args)
            self.put(dict(value.__dict__))
            return
        reduce = getattr(kind, "__reduce__", None)
        if reduce is not None and __is_python__(reduce):
            made = reduce(value)
            self.parts.append("c")
            self.put(made[0])
            self.put(tuple(made[1]))
            self.put(made[2] if len(made) > 2 else None)
            return
        base = __base_of__(value)
        get = getattr(kind, "__getstate__", None)
        if get is not None and __is_python__(get):
            state = get(value)
        else:
            state = dict(getattr(value, "__dict__", {}))
            for name in getattr(kind, "__slots__", ()):
                if hasattr(value, name):
                    state[name] = getattr(value, name)
        self.parts.append("o")
        self.put(kind)
        self.put(None if base is value else base)
        self.put(state)


class _Reader:
    def __init__(self, text):
        self.text = text
        self.place = 1
        self.known = []

    def number(self, end=";"):
        stop = self.text.index(end, self.place)
        number = int(self.text[self.place:stop])
        self.place = stop + 1
        return number

    def part(self):
        size = self.number(":")
        self.place += size
        return self.text[self.place - size:self.place]

    def get(self):
        kind = self.text[self.place]
        self.place += 1
        if kind == "p":
            return _value(self.part())
        if kind == "r":
            return self.known[self.number()]
        if kind in "tf":
            made = (tuple if kind == "t" else frozenset)([self.get() for _ in range(self.number())])
            self.known.append(made)
            return made
        place = len(self.known)
        self.known.append(None)
        if kind in "lsd":
            made = self.known[place] = [] if kind == "l" else set() if kind == "s" else {}
            for _ in range(self.number()):
                if kind == "d":
                    key = self.get()
                    made[key] = self.get()
                else:
                    (made.append if kind == "l" else made.add)(self.get())
            return made
        if kind == "g":
            made = self.known[place] = _found(self.part())
            return made
        cls, args = self.get(), self.get()
        if kind in "ec":
            made = self.known[place] = cls(*args)
            state = self.get()
            if state:
                _restore(made, state)
            return made
        if args is None or args is False:
            made = cls.__new__(cls)
        else:
            made = cls.__new__(cls, args)
        self.known[place] = made
        _restore(made, self.get())
        return made


def _restore(made, state):
    if hasattr(made, "__setstate__"):
        made.__setstate__(state)
    else:
        for name, value in (state or {}).items():
            object.__setattr__(made, name, value)


def _value(text):
    known = {"None": None, "True": True, "False": False, "Ellipsis": ..., "NotImplemented": NotImplemented}
    if text in known:
        return known[text]
    if text[0] in "'\"b":
        return eval(text)
    return float(text) if set(text) & set(".enia") else int(text)


def _found(text):
    module, name = text.split(":")
    names = __main_names__() if module == "__main__" else vars(__module_named__(module))
    first, *rest = name.split(".")
    if first not in names:
        raise AttributeError(f"Can't get attribute '{first}' on <module '{module}'>")
    found = names[first]
    for part in rest:
        found = getattr(found, part)
    return found


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    writer = _Writer()
    writer.put(obj)
    return b"\x80" + "".join(writer.parts).encode() + b"."


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    data = bytes(data)
    if not data:
        raise EOFError("Ran out of input")
    if data[:1] != b"\x80" or data[-1:] != b".":
        raise UnpicklingError("pickle data was truncated" if data[:1] == b"\x80" else f"invalid load key, {chr(data[0])!r}.")
    return _Reader("\x80" + data[1:-1].decode()).get()


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    data = dumps(obj, protocol)
    file.write(len(data).to_bytes(4, "big") + data)


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    size = file.read(4)
    if not size:
        raise EOFError("Ran out of input")
    return loads(file.read(int.from_bytes(size, "big")))
