"""types: SimpleNamespace, and the classes of things."""

import types

box = types.SimpleNamespace(a=1, b="x")
box.c = [3]
print(box, box.a, box == types.SimpleNamespace(a=1, b="x", c=[3]), vars(box))


def plain():
    yield 1


class Counter:
    def __init__(self):
        self.count = 0

    def up(self):
        self.count += 1


def down(self):
    self.count -= 1


counter = Counter()
counter.down = types.MethodType(down, counter)
counter.up()
counter.up()
counter.down()
print(counter.count, isinstance(plain, types.FunctionType), isinstance(plain(), types.GeneratorType))
print(isinstance(counter.up, types.MethodType), isinstance(len, types.BuiltinFunctionType), types.NoneType is type(None))
view = types.MappingProxyType({"k": 1})
print(view["k"], "k" in view, len(view), view.get("z"), repr(view))
try:
    view["k"] = 2
except TypeError as error:
    print(error)
