"""A cache whose entries grow old, as a mutable mapping and a decorator."""

import threading, time, functools, collections
class TTLCache(collections.abc.MutableMapping if hasattr(collections, "abc") else object):
    def __init__(self, maxsize=3, ttl=0.2):
        self._d = collections.OrderedDict(); self.maxsize, self.ttl = maxsize, ttl; self._lock = threading.RLock()
    def __getitem__(self, k):
        with self._lock:
            v, exp = self._d[k]
            if exp < time.monotonic(): del self._d[k]; raise KeyError(k)
            self._d.move_to_end(k); return v
    def __setitem__(self, k, v):
        with self._lock:
            self._d[k] = v, time.monotonic() + self.ttl; self._d.move_to_end(k)
            while len(self._d) > self.maxsize: self._d.popitem(last=False)
    def __delitem__(self, k): del self._d[k]
    def __iter__(self): return iter(list(self._d))
    def __len__(self): return len(self._d)
    def __repr__(self): return f"{type(self).__name__}({dict(self)!r})"
def cached(cache):
    def deco(f):
        @functools.wraps(f)
        def w(*a, **k):
            key = (a, tuple(sorted(k.items())))
            try: return cache[key]
            except KeyError: pass
            r = cache[key] = f(*a, **k)
            return r
        w.cache = cache
        return w
    return deco
calls = []
@cached(TTLCache())
def slow(x):
    "Slow square."
    calls.append(x); return x * x
print([slow(i % 2) for i in range(6)], calls)
time.sleep(.25); slow(0); print(calls, slow.__name__, slow.__doc__, slow.__wrapped__.__name__)
c = TTLCache(); c.update(a=1, b=2); c.setdefault("c", 3); c["d"] = 4
print(c, "a" in c, c.get("a", "gone"), c.pop("b"), len(c), list(c.items()))
