"""__del__ is called when nothing leads to an object any more."""

import gc
import threading


class Resource:
    def __init__(self, name):
        self.name = name
        print("open", name)

    def __del__(self):
        print("close", self.name)


def use():
    local = Resource("local")
    print("using", local.name)


use()
print("after the call")
shared = Resource("shared")
other = shared
del shared
print("one name left")
other = None
print("no name left")

stack = [Resource("first"), Resource("second")]
stack.pop()
print("popped")
stack.clear()
print("cleared")
holder = {"key": Resource("held")}
holder["key"] = None
Resource("for nobody")


class Broken:
    def __init__(self, friend=None):
        self.friend = friend

    def __del__(self):
        print("a broken one goes")


a = Broken()
b = Broken(a)
a.friend = b
del a, b
print("a circle is left")
gc.collect()
print("collected")


def work(resource):
    print("thread has", resource.name)


thread = threading.Thread(target=work, args=(Resource("of a thread"),))
thread.start()
thread.join()
print("joined")
try:
    inner = Resource("in a try")
    raise ValueError
except ValueError:
    del inner
last = Resource("last")
_hidden = Resource("hidden")
print("end")
