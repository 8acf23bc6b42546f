

class _Table:
    def __init__(self, other=(), /, **named):
        self._refs = {}
        self.update(other, **named)

    def update(self, other=(), /, **named):
        pairs = other.items() if hasattr(other, "items") else other
        for key, value in list(pairs) + list(named.items()):
            self[key] = value

    def __len__(self):
        return len(self.items())

    def __iter__(self):
        return iter([key for key, value in self.items()])

    def keys(self):
        return iter(self)

    def values(self):
        return iter([value for key, value in self.items()])

    def __contains__(self, key):
        try:
            self[key]
        except KeyError:
            return False
        return True

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def setdefault(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            self[key] = default
            return default

    def pop(self, key, *default):
        try:
            value = self[key]
        except KeyError:
            if default:
                return default[0]
            raise
        del self[key]
        return value

    def popitem(self):
        if not self.items():
            raise KeyError("popitem(): dictionary is empty")
        key, value = self.items()[-1]
        del self[key]
        return key, value

    def clear(self):
        self._refs.clear()

    def copy(self):
        return type(self)(self)

    __copy__ = copy

    def __eq__(self, other):
        return dict(self.items()) == dict(other.items() if hasattr(other, "items") else other)

    __hash__ = None

    def __repr__(self):
        return f"<{type(self).__name__} at {id(self):#x}>"


class WeakValueDictionary(_Table):
    def items(self):
        _settle()
        alive = _living([one._watch for one in self._refs.values()])
        pairs = list(zip(list(self._refs), alive))
        for key, value in pairs:
            if value is None:
                del self._refs[key]
        return [pair for pair in pairs if pair[1] is not None]

    def __getitem__(self, key):
        value = self._refs[key]()
        if value is None:
            del self._refs[key]
            raise KeyError(key)
        return value

    def __setitem__(self, key, value):
        self._refs[key] = ref(value)

    def __delitem__(self, key):
        del self._refs[key]

    def valuerefs(self):
        return list(self._refs.values())

    itervaluerefs = valuerefs


class WeakKeyDictionary(_Table):
    def items(self):
        _settle()
        pairs = list(self._refs.values())
        alive = _living([one._watch for one, value in pairs])
        for (one, value), key in zip(pairs, alive):
            if key is None:
                self._refs = {place: pair for place, pair in self._refs.items() if pair[0] is not one}
        return [(key, value) for key, (one, value) in zip(alive, pairs) if key is not None]

    def _place(self, key):
        one = ref(key)
        for place, (known, value) in self._refs.items():
            if known == one:
                return place
        return None

    def __getitem__(self, key):
        place = self._place(key)
        if place is None:
            raise KeyError(ref(key))
        return self._refs[place][1]

    def __setitem__(self, key, value):
        self.items()
        place = self._place(key)
        one = ref(key)
        self._refs[one._watch if place is None else place] = (one, value)

    def __delitem__(self, key):
        place = self._place(key)
        if place is None:
            raise KeyError(ref(key))
        del self._refs[place]

    def keyrefs(self):
        return [one for one, value in self._refs.values()]


class WeakSet:
    def __init__(self, data=None):
        self._table = WeakKeyDictionary()
        self.update(data or ())

    def add(self, item):
        self._table[item] = True

    def update(self, other):
        for item in other:
            self.add(item)

    def remove(self, item):
        del self._table[item]

    def discard(self, item):
        self._table.pop(item, None)

    def pop(self):
        return self._table.popitem()[0]

    def clear(self):
        self._table.clear()

    def copy(self):
        return WeakSet(self)

    def __contains__(self, item):
        return _watch(item) is not None and item in self._table

    def __len__(self):
        return len(self._table)

    def __iter__(self):
        return iter(self._table)

    def __or__(self, other):
        return WeakSet(list(self) + list(other))

    union = __or__

    def __and__(self, other):
        return WeakSet([item for item in self if item in other])

    def __sub__(self, other):
        return WeakSet([item for item in self if item not in other])

    def __xor__(self, other):
        return (self - other) | [item for item in other if item not in self]

    intersection, difference, symmetric_difference = __and__, __sub__, __xor__

    def __ior__(self, other):
        self.update(other)
        return self

    def difference_update(self, other):
        for item in list(other):
            self.discard(item)

    def intersection_update(self, other):
        self.difference_update([item for item in self if item not in other])

    def issubset(self, other):
        return all([item in other for item in self])

    __le__ = issubset

    def issuperset(self, other):
        return all([item in self for item in other])

    __ge__ = issuperset

    def __eq__(self, other):
        return isinstance(other, WeakSet) and set(self) == set(other)

    __hash__ = None

    def isdisjoint(self, other):
        return not self & other

    def __repr__(self):
        return repr({ref(item) for item in self})
