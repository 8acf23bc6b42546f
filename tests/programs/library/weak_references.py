"""weakref: references, callbacks, finalizers and tables that do not keep objects alive."""

import gc
import threading
import weakref


class Node:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"Node({self.name})"

    def hello(self):
        return f"hello from {self.name}"


node = Node("a")
reference = weakref.ref(node)
print(reference(), reference() is node, reference == weakref.ref(node))
method = weakref.WeakMethod(node.hello)
proxy = weakref.proxy(node)
print(method()(), proxy.name)
del node
print(reference(), method())
try:
    proxy.name
except ReferenceError as error:
    print(error)

cache = weakref.WeakValueDictionary()
lock = threading.Lock()
kept = []


def load(name):
    with lock:
        found = cache.get(name)
        if found is None:
            found = cache[name] = Node(name)
        return found


def work(name):
    kept.append(load(name))


threads = [threading.Thread(target=work, args=("shared",)) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len({id(node) for node in kept}), len(cache), list(cache.items()), "shared" in cache)
kept.clear()
gc.collect()
print(len(cache), cache.get("shared", "gone"))

notes = weakref.WeakKeyDictionary()
listeners = weakref.WeakSet()
one, two = Node("one"), Node("two")
notes[one] = "first"
listeners.add(one)
listeners.add(two)
print(notes[one], len(listeners), two in listeners, sorted(node.name for node in listeners))
one = None
gc.collect()
print(len(notes), len(listeners))

finalizer = weakref.finalize(two, print, "two is gone")
print(finalizer.alive)
del two
gc.collect()
print(finalizer.alive, finalizer())
for wrong in (5, "text", [1]):
    try:
        weakref.ref(wrong)
    except TypeError as error:
        print(error)
last = Node("last")
weakref.finalize(last, print, "last is gone")
print("end")
