"""Observers of a stock: partial decorators, properties, statistics, textwrap."""

import threading, typing, collections, statistics, textwrap
class Subject:
    _observers: typing.DefaultDict[str, list]
    def __init__(self): self._observers = collections.defaultdict(list); self._lock = threading.RLock()
    def attach(self, event: str, fn=None, *, once=False):
        if fn is None: return functools.partial(self.attach, event, once=once)
        with self._lock: self._observers[event].append((fn, once)); return fn
    def notify(self, event, *a, **k):
        with self._lock:
            obs = self._observers[event][:]
            self._observers[event] = [(f, o) for f, o in obs if not o]
        return [f(*a, **k) for f, _ in obs]
import functools
class Stock(Subject):
    def __init__(self, sym, price): super().__init__(); self.sym = sym; self.__price = price; self.hist = [price]
    @property
    def price(self): return self.__price
    @price.setter
    def price(self, v):
        if v < 0: raise ValueError("negative")
        old, self.__price = self.__price, v; self.hist.append(v); self.notify("change", self, old)
    @price.deleter
    def price(self): self.__price = None
s = Stock("ACME", 10.0); log = []
@s.attach("change")
def on(st, old): log.append(f"{st.sym}: {old} -> {st.price}")
s.attach("change", lambda st, old: log.append("once"), once=True)
def bump(n):
    for _ in range(n):
        with s._lock: s.price += 1
ts = [threading.Thread(target=bump, args=(3,)) for _ in range(2)]; [t.start() for t in ts]; [t.join() for t in ts]
print(len(log), log[:2], s.price, statistics.mean(s.hist), statistics.median(s.hist), round(statistics.stdev(s.hist), 3)); del s.price; print(s.price)
try: s.price = -1
except ValueError as e: print(e)
print(textwrap.dedent("""
    indented
      more"""), textwrap.fill("the quick brown fox jumps over", 12), textwrap.shorten("hello big world", 11), textwrap.indent("a\nb", "> "), sep="\n")
