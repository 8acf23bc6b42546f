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

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

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
