# `bytearray`, bytes that change, and `memoryview`, a look at some. A program that names one gets this module.
import builtins as _builtins


def _octet(value):
    number = value.__index__() if hasattr(type(value), "__index__") else None
    if number is None:
        raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
    if not 0 <= number < 256:
        raise ValueError("byte must be in range(0, 256)")
    return number


def _plain(value):
    return bytes(value._items) if isinstance(value, bytearray) else value._bytes() if isinstance(value, memoryview) else value


def _items(value):
    value = _plain(value)
    return list(value) if isinstance(value, bytes) else [_octet(item) for item in value]


class bytearray:
    __module__ = "builtins"

    def __init__(self, source=b"", encoding=None, errors="strict"):
        if isinstance(source, str):
            if encoding is None:
                raise TypeError("string argument without an encoding")
            source = source.encode(encoding, errors)
        elif isinstance(source, int):
            if source < 0:
                raise ValueError("negative count")
            source = bytes(source)
        self._items = _items(source)

    @classmethod
    def fromhex(cls, string, /):
        return cls(bytes.fromhex(string))

    def __bytes__(self):
        return bytes(self._items)

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __reversed__(self):
        return reversed(self._items)

    def __getitem__(self, where):
        found = self._items[where]
        return _same(found) if isinstance(where, slice) else found

    def __setitem__(self, where, value):
        if isinstance(where, slice):
            self._items[where] = _items(bytes(value) if isinstance(value, int) else value)
        else:
            self._items[where] = _octet(value)

    def __delitem__(self, where):
        del self._items[where]

    def __contains__(self, item):
        return item in self._items if isinstance(item, int) else _plain(item) in bytes(self._items)

    def __eq__(self, other):
        if not isinstance(other, (bytes, bytearray, memoryview)):
            return NotImplemented
        return bytes(self._items) == _plain(other)

    def __lt__(self, other):
        return bytes(self._items) < _plain(other)

    def __le__(self, other):
        return bytes(self._items) <= _plain(other)

    def __gt__(self, other):
        return bytes(self._items) > _plain(other)

    def __ge__(self, other):
        return bytes(self._items) >= _plain(other)

    __hash__ = None

    def __add__(self, other):
        return _same(self._items + _items(other))

    def __radd__(self, other):
        return other + bytes(self._items)

    def __iadd__(self, other):
        self._items.extend(_items(other))
        return self

    def __mul__(self, count):
        return _same(self._items * count)

    __rmul__ = __mul__

    def __imul__(self, count):
        self._items *= count
        return self

    def append(self, item, /):
        self._items.append(_octet(item))

    def extend(self, iterable, /):
        self._items.extend(_items(iterable))

    def insert(self, index, item, /):
        self._items.insert(index, _octet(item))

    def pop(self, index=-1, /):
        if not self._items:
            raise IndexError("pop from empty bytearray")
        return self._items.pop(index)

    def remove(self, value, /):
        if value not in self._items:
            raise ValueError("value not found in bytearray")
        self._items.remove(value)

    def clear(self):
        self._items.clear()

    def reverse(self):
        self._items.reverse()

    def copy(self):
        return _same(list(self._items))

    def __getattr__(self, name):
        method = getattr(bytes(self._items), name)
        if name.startswith("_"):
            raise AttributeError(f"'bytearray' object has no attribute {name!r}")
        return lambda *args, **keywords: _answer(method(*[_plain(arg) for arg in args], **keywords))

    def __repr__(self):
        return f"{type(self).__name__}({bytes(self._items)!r})"


def _same(items):
    made = bytearray()
    made._items = items
    return made


def _answer(found):
    if isinstance(found, bytes):
        return bytearray(found)
    if isinstance(found, (list, tuple)):
        return type(found)([_answer(item) for item in found])
    return found


class memoryview:
    __module__ = "builtins"

    def __init__(self, object):
        if not isinstance(object, (bytes, bytearray, memoryview)):
            raise TypeError(f"memoryview: a bytes-like object is required, not '{type(object).__name__}'")
        self.obj = object.obj if isinstance(object, memoryview) else object
        self._range = object._range if isinstance(object, memoryview) else range(len(object))
        self.readonly = isinstance(self.obj, bytes)
        self.itemsize, self.format, self.ndim = 1, "B", 1

    def _bytes(self):
        return bytes([self.obj[place] for place in self._range])

    tobytes = __bytes__ = _bytes

    @property
    def nbytes(self):
        return len(self._range)

    def tolist(self):
        return list(self._bytes())

    def __len__(self):
        return len(self._range)

    def __iter__(self):
        return iter(self._bytes())

    def __getitem__(self, where):
        if isinstance(where, slice):
            part = memoryview(self.obj)
            part._range = self._range[where]
            return part
        return self.obj[self._range[where]]

    def __setitem__(self, where, value):
        if self.readonly:
            raise TypeError("cannot modify read-only memory")
        if not isinstance(where, slice):
            self.obj[self._range[where]] = value
            return
        places, items = self._range[where], _items(value)
        if len(places) != len(items):
            raise ValueError("memoryview assignment: lvalue and rvalue have different structures")
        for place, item in zip(places, items):
            self.obj[place] = item

    def __eq__(self, other):
        return self._bytes() == _plain(other)

    def __hash__(self):
        return hash(self._bytes())

    def hex(self, *args):
        return self._bytes().hex(*args)

    def release(self):
        pass

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        pass

    def __repr__(self):
        return f"<memory at {id(self):#x}>"


_builtins.bytearray = bytearray
_builtins.memoryview = memoryview
