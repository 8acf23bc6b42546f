"""Locks that look for a cycle in the wait-for graph before they wait."""

import threading, collections
class Graph:
    def __init__(self): self.waits = {}; self.owner = {}; self.m = threading.Lock()
    def has_cycle(self, t):
        seen = set()
        while t not in seen:
            seen.add(t); l = self.waits.get(t)
            if l is None: return False
            t = self.owner.get(l)
            if t is None: return False
        return True
G = Graph()
class DeadlockError(RuntimeError): pass
class CheckedLock:
    def __init__(self, name): self.name = name; self.l = threading.Lock()
    def __enter__(self):
        me = threading.get_ident()
        with G.m:
            G.waits[me] = self.name
            if G.has_cycle(me): del G.waits[me]; raise DeadlockError(self.name)
        self.l.acquire()
        with G.m: G.waits.pop(me); G.owner[self.name] = me
        return self
    def __exit__(self, *a):
        with G.m: G.owner.pop(self.name, None)
        self.l.release()
a, b = CheckedLock("a"), CheckedLock("b"); bar = threading.Barrier(2); out = []
def f(p, q):
    try:
        with p:
            bar.wait()
            with q: out.append("ok")
    except DeadlockError as e: out.append("dead")
ts = [threading.Thread(target=f, args=x) for x in ((a, b), (b, a))]; [t.start() for t in ts]; [t.join() for t in ts]; print(sorted(out))
