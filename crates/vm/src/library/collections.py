class deque:
    def __init__(self, iterable=(), maxlen=None):
        if maxlen is not None:
            if not isinstance(maxlen, int):
                raise TypeError("an integer is required")
            if maxlen < 0:
                raise ValueError("maxlen must be non-negative")
        self._maxlen = maxlen
        self._items = []
        self.extend(iterable)

    @property
    def maxlen(self):
        return self._maxlen

    def append(self, x, /):
        self._items.append(x)
        if self._maxlen is not None and len(self._items) > self._maxlen:
            self._items.pop(0)

    def appendleft(self, x, /):
        if self._maxlen is not None and len(self._items) >= self._maxlen:
            if not self._maxlen:
                return
            self._items.pop()
        self._items.insert(0, x)

    def pop(self):
        if not self._items:
            raise IndexError("pop from an empty deque")
        return self._items.pop()

    def popleft(self):
        if not self._items:
            raise IndexError("pop from an empty deque")
        return self._items.pop(0)

    def extend(self, iterable, /):
        self._items.extend(iterable)
        if self._maxlen is not None and len(self._items) > self._maxlen:
            del self._items[:len(self._items) - self._maxlen]

    def extendleft(self, iterable, /):
        for item in list(iterable):
            self.appendleft(item)

    def insert(self, i, x, /):
        if self._maxlen is not None and len(self._items) >= self._maxlen:
            raise IndexError("deque already at its maximum size")
        self._items.insert(i, x)

    def remove(self, value, /):
        try:
            self._items.remove(value)
        except ValueError:
            raise ValueError(f"{value!r} is not in deque") from None

    def rotate(self, n=1, /):
        if self._items:
            n %= len(self._items)
            self._items[:] = self._items[len(self._items) - n:] + self._items[:len(self._items) - n]

    def clear(self):
        self._items.clear()

    def reverse(self):
        self._items.reverse()

    def copy(self):
        return type(self)(self._items, self._maxlen)

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        return type(self)(deepcopy(self._items, memo), self._maxlen)

    def count(self, x, /):
        return self._items.count(x)

    def index(self, x, start=0, stop=None, /):
        try:
            return self._items.index(x, start, len(self._items) if stop is None else stop)
        except ValueError:
            raise ValueError(f"{x!r} is not in deque") from None

    def __iter__(self):
        return _iterate(self._items, range(len(self._items)))

    def __reversed__(self):
        return _iterate(self._items, range(len(self._items) - 1, -1, -1))

    def __len__(self):
        return len(self._items)

    def __contains__(self, x):
        return x in self._items

    def _place(self, i):
        if not isinstance(i, int):
            if not hasattr(type(i), "__index__"):
                raise TypeError(f"sequence index must be integer, not '{type(i).__name__}'")
            i = i.__index__()
        if not -len(self._items) <= i < len(self._items):
            raise IndexError("deque index out of range")
        return i

    def __getitem__(self, i):
        return self._items[self._place(i)]

    def __setitem__(self, i, x):
        self._items[self._place(i)] = x

    def __delitem__(self, i):
        del self._items[self._place(i)]

    def __add__(self, other):
        if not isinstance(other, deque):
            raise TypeError(f'can only concatenate deque (not "{type(other).__name__}") to deque')
        return type(self)(self._items + other._items, self._maxlen)

    def __iadd__(self, other):
        self.extend(other)
        return self

    def __mul__(self, n):
        return type(self)(self._items * n, self._maxlen)

    __rmul__ = __mul__

    def __imul__(self, n):
        self._items *= n
        self.extend(())
        return self

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, deque) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, deque) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, deque) else NotImplemented

    def __gt__(self, other):
        return self._items > other._items if isinstance(other, deque) else NotImplemented

    def __ge__(self, other):
        return self._items >= other._items if isinstance(other, deque) else NotImplemented

    __hash__ = None

    def _show(self):
        more = "" if self._maxlen is None else f", maxlen={self._maxlen}"
        return f"{type(self).__name__}({self._items!r}{more})"

    def __repr__(self):
        return __show_once__(self, deque._show, "[...]")

    def __class_getitem__(cls, item):
        return cls


def _iterate(items, places):
    count = len(items)
    for place in places:
        if len(items) != count:
            raise RuntimeError("deque mutated during iteration")
        yield items[place]


class defaultdict(dict):
    def __init__(self, default_factory=None, /, *args, **keywords):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        super().__init__(*args, **keywords)
        self.default_factory = default_factory

    def __missing__(self, key):
        if self.default_factory is None:
            raise KeyError(key)
        value = self.default_factory()
        self[key] = value
        return value

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        return type(self)(self.default_factory, deepcopy(dict(self), memo))

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __repr__(self):
        return f"{type(self).__name__}({self.default_factory!r}, {dict.__repr__(self)})"


class OrderedDict(dict):
    def move_to_end(self, key, last=True):
        if key not in self:
            raise KeyError(key)
        if last:
            self[key] = super().pop(key)
        else:
            items = [(key, self[key])] + [pair for pair in self.items() if pair[0] != key]
            self.clear()
            self.update(items)

    def popitem(self, last=True):
        if not self:
            raise KeyError("dictionary is empty")
        if last:
            return super().popitem()
        for key in self:
            return key, self.pop(key)

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and list(self) == list(other)
        return dict.__eq__(self, other)

    __hash__ = None

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        new = self.copy()
        new.update(other)
        return new

    def __repr__(self):
        return f"{type(self).__name__}({dict.__repr__(self) if self else ''})"


class Counter(dict):
    def __init__(self, iterable=None, /, **keywords):
        super().__init__()
        self.update(iterable, **keywords)

    def __missing__(self, key):
        return 0

    def update(self, iterable=None, /, **keywords):
        for key, count in _counts(iterable, keywords):
            self[key] = self.get(key, 0) + count

    def subtract(self, iterable=None, /, **keywords):
        for key, count in _counts(iterable, keywords):
            self[key] = self.get(key, 0) - count

    def most_common(self, n=None):
        items = sorted(self.items(), key=_count_of, reverse=True)
        return items if n is None else items[:n] if n > 0 else []

    def elements(self):
        for key, count in self.items():
            for _ in range(count):
                yield key

    def total(self):
        return sum(self.values())

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __delitem__(self, key):
        if key in self:
            super().__delitem__(key)

    def _with(self, other, combine):
        if not isinstance(other, Counter):
            return NotImplemented
        result = Counter()
        for key in list(self) + [key for key in other if key not in self]:
            count = combine(self[key], other[key])
            if count > 0:
                result[key] = count
        return result

    def __add__(self, other):
        return self._with(other, lambda a, b: a + b)

    def __sub__(self, other):
        return self._with(other, lambda a, b: a - b)

    def __or__(self, other):
        return self._with(other, max)

    def __and__(self, other):
        return self._with(other, min)

    def __iadd__(self, other):
        for key, count in other.items():
            self[key] += count
        return self._keep_positive()

    def __isub__(self, other):
        for key, count in other.items():
            self[key] -= count
        return self._keep_positive()

    def _keep_positive(self):
        for key in [key for key, count in self.items() if not count > 0]:
            del self[key]
        return self

    def __pos__(self):
        return self + Counter()

    def __neg__(self):
        return Counter() - self

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not [key for counter in (self, other) for key in counter if self[key] != other[key]]

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __le__(self, other):
        return not [key for counter in (self, other) for key in counter if self[key] > other[key]]

    def __lt__(self, other):
        return self <= other and self != other

    def __ge__(self, other):
        return other <= self

    def __gt__(self, other):
        return other < self

    def __repr__(self):
        if not self:
            return f"{type(self).__name__}()"
        try:
            table = dict(self.most_common())
        except TypeError:
            table = dict(self)
        return f"{type(self).__name__}({table!r})"


def _counts(iterable, keywords):
    if iterable is None:
        pairs = []
    elif hasattr(iterable, "items"):
        pairs = list(iterable.items())
    else:
        table = {}
        for item in iterable:
            table[item] = table.get(item, 0) + 1
        pairs = list(table.items())
    return pairs + list(keywords.items())


def _count_of(pair):
    return pair[1]


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


class ChainMap:
    def __init__(self, *maps):
        self.maps = list(maps) or [{}]

    def __getitem__(self, key):
        for mapping in self.maps:
            if key in mapping:
                return mapping[key]
        return self.__missing__(key)

    def __missing__(self, key):
        raise KeyError(key)

    def get(self, key, default=None):
        return self[key] if key in self else default

    def __contains__(self, key):
        for mapping in self.maps:
            if key in mapping:
                return True
        return False

    def _merged(self):
        merged = {}
        for mapping in reversed(self.maps):
            merged.update(mapping)
        return merged

    def __iter__(self):
        return iter(self._merged())

    def __len__(self):
        return len(self._merged())

    def keys(self):
        return self._merged().keys()

    def values(self):
        return [self[key] for key in self]

    def items(self):
        return [(key, self[key]) for key in self]

    def new_child(self, m=None, **keywords):
        return type(self)({**(m or {}), **keywords} if m is None or keywords else m, *self.maps)

    @property
    def parents(self):
        return type(self)(*self.maps[1:])

    def __setitem__(self, key, value):
        self.maps[0][key] = value

    def __delitem__(self, key):
        if key not in self.maps[0]:
            raise KeyError(f"Key not found in the first mapping: {key!r}")
        del self.maps[0][key]

    def pop(self, key, *default):
        if key not in self.maps[0] and not default:
            raise KeyError(f"Key not found in the first mapping: {key!r}")
        return self.maps[0].pop(key, *default)

    def update(self, other=(), /, **keywords):
        self.maps[0].update(other, **keywords)

    def clear(self):
        self.maps[0].clear()

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items())

    __hash__ = None

    def __repr__(self):
        return f"{type(self).__name__}({', '.join([repr(mapping) for mapping in self.maps])})"


class UserDict:
    def __init__(self, dict=None, /, **keywords):
        self.data = {}
        self.update(dict or {}, **keywords)

    def __getitem__(self, key):
        if key in self.data:
            return self.data[key]
        if hasattr(type(self), "__missing__"):
            return type(self).__missing__(self, key)
        raise KeyError(key)

    def __setitem__(self, key, item):
        self.data[key] = item

    def __delitem__(self, key):
        del self.data[key]

    def __contains__(self, key):
        return key in self.data

    def __iter__(self):
        return iter(self.data)

    def __len__(self):
        return len(self.data)

    def __repr__(self):
        return repr(self.data)

    def __eq__(self, other):
        return self.data == (other.data if isinstance(other, UserDict) else other)

    __hash__ = None

    def get(self, key, default=None):
        return self[key] if key in self else default

    def update(self, other=(), /, **keywords):
        for key, value in dict(other, **keywords).items():
            self[key] = value

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def pop(self, key, *default):
        if key in self:
            value = self[key]
            del self[key]
            return value
        return self.data.pop(key, *default)

    def popitem(self):
        for key in reversed(self.data):
            return key, self.pop(key)
        raise KeyError

    def clear(self):
        for key in list(self):
            del self[key]

    def keys(self):
        return self.data.keys()

    def values(self):
        return self.data.values()

    def items(self):
        return self.data.items()

    def copy(self):
        return type(self)(self.data)


class UserList(list):
    @property
    def data(self):
        return self


class UserString(str):
    @property
    def data(self):
        return str(self)
