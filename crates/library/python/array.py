import struct as _struct

typecodes = "bBuwhHiIlLqQfd"


class array:
    def __init__(self, typecode, initializer=(), /):
        if typecode not in typecodes:
            raise ValueError("bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)")
        self.typecode = typecode
        self.itemsize = 4 if typecode in "uw" else _struct.calcsize(typecode)
        self._items = []
        if hasattr(initializer, "decode"):
            self.frombytes(initializer)
        else:
            self.extend(initializer)

    def _checked(self, value):
        code = self.typecode
        if code in "uw":
            if not isinstance(value, str) or len(value) != 1:
                raise TypeError("array item must be a unicode character, not " + type(value).__name__)
            return value
        if code in "fd":
            if not isinstance(value, (int, float)):
                raise TypeError("must be real number, not " + type(value).__name__)
            return _struct.unpack("f", _struct.pack("f", value))[0] if code == "f" else float(value)
        if not isinstance(value, int):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        bits = self.itemsize * 8
        low, high = (-(1 << bits - 1), (1 << bits - 1) - 1) if code.islower() else (0, (1 << bits) - 1)
        if not low <= value <= high:
            kind = {"b": "signed char", "B": "unsigned byte integer", "h": "signed short integer",
                    "H": "unsigned short", "i": "signed integer", "I": "unsigned int"}.get(code)
            if kind is None:
                raise OverflowError("Python int too large to convert to C long" if value > 0 else "can't convert negative value to unsigned int")
            raise OverflowError(f"{kind} is {'greater than maximum' if value > high else 'less than minimum'}")
        return int(value)

    def _same(self, items):
        made = array(self.typecode)
        made._items = items
        return made

    def _other(self, other, what):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        if other.typecode != self.typecode:
            raise TypeError("bad argument type for built-in operation")
        return other._items

    def append(self, value, /):
        self._items.append(self._checked(value))

    def extend(self, iterable, /):
        self._items.extend([self._checked(value) for value in iterable])

    fromlist = extend

    def insert(self, index, value, /):
        self._items.insert(index, self._checked(value))

    def pop(self, index=-1, /):
        if not self._items:
            raise IndexError("pop from empty array")
        return self._items.pop(index)

    def remove(self, value, /):
        if value not in self._items:
            raise ValueError("array.remove(x): x not in array")
        self._items.remove(value)

    def index(self, value, start=0, stop=9223372036854775807, /):
        if value not in self._items[start:stop]:
            raise ValueError("array.index(x): x not in array")
        return self._items.index(value, start, stop)

    def count(self, value, /):
        return self._items.count(value)

    def reverse(self):
        self._items.reverse()

    def tolist(self):
        return list(self._items)

    def tobytes(self):
        return b"".join([_struct.pack(self.typecode, item) for item in self._items])

    def frombytes(self, buffer, /):
        self._items.extend([item for (item,) in _struct.iter_unpack(self.typecode, bytes(buffer))])

    def buffer_info(self):
        return id(self), len(self._items)

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, value):
        return value in self._items

    def __getitem__(self, where):
        found = self._items[where]
        return self._same(found) if isinstance(where, slice) else found

    def __setitem__(self, where, value):
        if isinstance(where, slice):
            self._items[where] = self._other(value, "assign")
        else:
            self._items[where] = self._checked(value)

    def __delitem__(self, where):
        del self._items[where]

    def __add__(self, other):
        return self._same(self._items + self._other(other, "append"))

    def __iadd__(self, other):
        self._items.extend(self._other(other, "extend"))
        return self

    def __mul__(self, count):
        return self._same(self._items * count)

    __rmul__ = __mul__

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    __hash__ = None

    def __repr__(self):
        if not self._items:
            return f"array({self.typecode!r})"
        shown = repr("".join(self._items)) if self.typecode in "uw" else repr(self._items)
        return f"array({self.typecode!r}, {shown})"


ArrayType = array
