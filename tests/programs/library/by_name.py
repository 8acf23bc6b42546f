"""importlib and __import__: modules that are asked for by name; types.ModuleType; string.Formatter; timeit."""

import importlib
import timeit
import types
from string import Formatter

math = importlib.import_module("math")
print(math.sqrt(16), __import__("os.path").path.join("a", "b"), importlib.import_module("collections.abc").__name__)
try:
    importlib.import_module("no_such_module")
except ModuleNotFoundError as error:
    print(error)
for name in ("threading", "queue"):
    print(name, hasattr(importlib.import_module(name), "Thread"))
made = types.ModuleType("made", "Its text.")
made.x = 1
print(made.x, made.__name__, made.__doc__, type(made).__name__)


class Shouting(Formatter):
    def convert_field(self, value, conversion):
        return value.upper() if conversion == "u" else super().convert_field(value, conversion)


print(Shouting().format("{0!u} {name:>5} {1!r}", "loud", [2], name="n"))
print(timeit.timeit("n = 1 + 1", number=10) >= 0, timeit.timeit(lambda: 1, number=3) > 0)
print(len(timeit.repeat("total += n", setup="n = 2; total = 0", repeat=2, number=5, globals={"total": 0})))
