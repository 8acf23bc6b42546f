import atexit as _atexit


# What is called when an object is gone: whoever looks at weak references, or collects garbage, finds that it is.
_callbacks = []


def _settle():
    waiting = [one for one in _callbacks if one._callback is not None]
    alive = _living([one._watch for one in waiting])
    gone = [one for one, object in zip(waiting, alive) if object is None]
    for one in gone:
        callback, one._callback = one._callback, None
        if one in _callbacks:
            _callbacks.remove(one)
        callback(one)
    return len(gone)


def _watched(object):
    found = _watch(object)
    if found is None:
        raise TypeError(f"cannot create weak reference to '{type(object).__name__}' object")
    return found


class ref:
    __module__ = "weakref"

    def __init__(self, object, callback=None, /):
        self._watch = _watched(object)
        self._callback = callback
        self._hash = None
        if callback is not None:
            _callbacks.append(self)
            _await(object)

    @property
    def __callback__(self):
        return self._callback

    def __call__(self):
        object, = _living([self._watch])
        if object is None and _callbacks:
            _settle()
        return object

    def __eq__(self, other):
        if not isinstance(other, ref):
            return NotImplemented
        mine, theirs = _living([self._watch, other._watch])
        if mine is None or theirs is None:
            return self is other
        return mine is theirs or mine == theirs

    def __hash__(self):
        if self._hash is None:
            object, = _living([self._watch])
            if object is None:
                raise TypeError("weak object has gone away")
            self._hash = hash(object)
        return self._hash

    def __repr__(self):
        object = self()
        if object is None:
            return f"<weakref at {id(self):#x}; dead>"
        return f"<weakref at {id(self):#x}; to '{type(object).__qualname__}' at {id(object):#x}>"


ref.__name__ = ref.__qualname__ = "ReferenceType"
ReferenceType = ref


class WeakMethod(ref):
    def __init__(self, meth, callback=None):
        if not hasattr(meth, "__self__"):
            raise TypeError(f"argument should be a bound method, not {type(meth)}")
        super().__init__(meth.__self__, callback)
        self._name = meth.__func__.__name__
        self._function = meth.__func__

    def __call__(self):
        object = super().__call__()
        return None if object is None else self._function.__get__(object, type(object))


class _Proxy:
    def __init__(self, object, callback=None):
        self.__dict__["_ref"] = ref(object, callback)

    def _target(self):
        object = self.__dict__["_ref"]()
        if object is None:
            raise ReferenceError("weakly-referenced object no longer exists")
        return object

    def __getattr__(self, name):
        return getattr(self._target(), name)

    def __setattr__(self, name, value):
        setattr(self._target(), name, value)

    def __delattr__(self, name):
        delattr(self._target(), name)

    def __call__(self, *args, **keywords):
        return self._target()(*args, **keywords)

    def __str__(self):
        return str(self._target())

    def __len__(self):
        return len(self._target())

    def __iter__(self):
        return iter(self._target())

    def __getitem__(self, key):
        return self._target()[key]

    def __setitem__(self, key, value):
        self._target()[key] = value

    def __contains__(self, item):
        return item in self._target()

    def __bool__(self):
        return bool(self._target())

    def __eq__(self, other):
        return self._target() == (other._target() if type(other) is _Proxy else other)

    __hash__ = None

    def __repr__(self):
        return f"<weakproxy at {id(self):#x}>"


_Proxy.__name__ = _Proxy.__qualname__ = "ProxyType"
ProxyType = CallableProxyType = _Proxy
ProxyTypes = (_Proxy,)


def proxy(object, callback=None, /):
    return _Proxy(object, callback)


class finalize:
    _known = []

    def __init__(self, obj, func, /, *args, **kwargs):
        self._call = func, args, kwargs
        self.atexit = True
        self._ref = ref(obj, lambda gone: self())
        finalize._known.append(self)

    def __call__(self, _=None):
        if self._call is None:
            return None
        (func, args, kwargs), self._call = self._call, None
        self._ref._callback = None
        return func(*args, **kwargs)

    @property
    def alive(self):
        if self._call is not None:
            _settle()
        return self._call is not None

    def detach(self):
        object = self._ref()
        if self._call is None or object is None:
            return None
        call, self._call = self._call, None
        self._ref._callback = None
        return (object,) + call

    def peek(self):
        object = self._ref()
        return None if self._call is None or object is None else (object,) + self._call

    def __repr__(self):
        return f"<finalize object at {id(self):#x}; {'alive' if self._call else 'dead'}>"


def _finish():
    for one in reversed(finalize._known):
        if one.atexit:
            one()


_atexit.register(_finish)


def getweakrefcount(object):
    return 0 if _watch(object) is None else 1


def getweakrefs(object):
    return []
