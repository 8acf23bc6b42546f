def itemgetter(*items):
    if not items:
        raise TypeError("itemgetter expected 1 argument, got 0")
    if len(items) == 1:
        item = items[0]
        return _Getter(lambda obj: obj[item], "itemgetter", items)
    return _Getter(lambda obj: tuple([obj[item] for item in items]), "itemgetter", items)


def attrgetter(*attrs):
    if not attrs:
        raise TypeError("attrgetter expected 1 argument, got 0")
    for name in attrs:
        if not isinstance(name, str):
            raise TypeError("attribute name must be a string")
    if len(attrs) == 1:
        return _Getter(lambda obj: _resolve(obj, attrs[0]), "attrgetter", attrs)
    return _Getter(lambda obj: tuple([_resolve(obj, name) for name in attrs]), "attrgetter", attrs)


def _resolve(obj, path):
    for name in path.split("."):
        obj = getattr(obj, name)
    return obj


class _Getter:
    def __init__(self, get, kind, parts):
        self._get = get
        self._kind = kind
        self._parts = parts

    def __call__(self, obj, /):
        return self._get(obj)

    def __repr__(self):
        return f"operator.{self._kind}({', '.join([repr(part) for part in self._parts])})"


def methodcaller(name, /, *args, **keywords):
    return _Getter(lambda obj: getattr(obj, name)(*args, **keywords), "methodcaller", (name,) + args)


def lt(a, b, /):
    return a < b


def le(a, b, /):
    return a <= b


def eq(a, b, /):
    return a == b


def ne(a, b, /):
    return a != b


def ge(a, b, /):
    return a >= b


def gt(a, b, /):
    return a > b


def not_(a, /):
    return not a


def truth(a, /):
    return bool(a)


def is_(a, b, /):
    return a is b


def is_not(a, b, /):
    return a is not b


def add(a, b, /):
    return a + b


def sub(a, b, /):
    return a - b


def mul(a, b, /):
    return a * b


def truediv(a, b, /):
    return a / b


def floordiv(a, b, /):
    return a // b


def mod(a, b, /):
    return a % b


def pow(a, b, /):
    return a ** b


def matmul(a, b, /):
    return a @ b


def and_(a, b, /):
    return a & b


def or_(a, b, /):
    return a | b


def xor(a, b, /):
    return a ^ b


def lshift(a, b, /):
    return a << b


def rshift(a, b, /):
    return a >> b


def neg(a, /):
    return -a


def pos(a, /):
    return +a


def inv(a, /):
    return ~a


def iadd(a, b, /):
    a += b
    return a


def isub(a, b, /):
    a -= b
    return a


def imul(a, b, /):
    a *= b
    return a


def concat(a, b, /):
    return a + b


def contains(a, b, /):
    return b in a


def countOf(a, b, /):
    return len([item for item in a if item is b or item == b])


def indexOf(a, b, /):
    for place, item in enumerate(a):
        if item is b or item == b:
            return place
    raise ValueError("sequence.index(x): x not in sequence")


def getitem(a, b, /):
    return a[b]


def setitem(a, b, c, /):
    a[b] = c


def delitem(a, b, /):
    del a[b]


def call(obj, /, *args, **keywords):
    return obj(*args, **keywords)


def index(a, /):
    return a.__index__()


def length_hint(obj, default=0, /):
    return len(obj) if hasattr(obj, "__len__") else default


abs = abs
invert = inv


def ifloordiv(a, b, /):
    a //= b
    return a


def ilshift(a, b, /):
    a <<= b
    return a


def imatmul(a, b, /):
    a @= b
    return a


def imod(a, b, /):
    a %= b
    return a


def ior(a, b, /):
    a |= b
    return a


def ipow(a, b, /):
    a **= b
    return a


def irshift(a, b, /):
    a >>= b
    return a


def itruediv(a, b, /):
    a /= b
    return a


def ixor(a, b, /):
    a ^= b
    return a


def iand(a, b, /):
    a &= b
    return a


def iconcat(a, b, /):
    a += b
    return a
