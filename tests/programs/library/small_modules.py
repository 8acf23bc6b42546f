"""Small modules: ast, calendar, codecs, errno, graphlib, html, keyword, reprlib, shlex, zlib."""

import ast
import calendar
import codecs
import errno
import graphlib
import html
import keyword
import reprlib
import shlex
import threading
import zlib

print(ast.literal_eval("{'a': [1, 2.5, (3,)], 'b': None, 'c': -4, 'd': {True}, 'e': b'x'}"))
for text in ("__import__('os')", "1 + 1", "f(1)", "[1][0]"):
    try:
        print(ast.literal_eval(text))
    except ValueError:
        print("not a literal:", text)
print(calendar.monthrange(2024, 2), calendar.isleap(1900), calendar.month_name[3], calendar.day_abbr[0])
print(calendar.month(2024, 7), end="")
print(codecs.encode("Spam", "rot13"), codecs.decode(b"6869", "hex"))
print(errno.ENOENT, errno.EAGAIN, errno.errorcode[13])
for number in (2, 11, 13, 17, 110, 12):
    print(type(OSError(number, "x")).__name__, end=" ")
print()
print(html.escape("<a href='x'>&</a>"), html.unescape("&lt;&#65;&amp;&nope;"))
print(keyword.iskeyword("for"), keyword.iskeyword("match"), keyword.issoftkeyword("match"))
print(reprlib.repr(list(range(100))), reprlib.repr("x" * 50), reprlib.repr({n: n for n in range(9)}))
print(shlex.split("cp 'my file' \"a b\" c\\ d"), shlex.quote("a b"), shlex.join(["x", "it's"]))
print(zlib.crc32(b"hello"), zlib.adler32(b"hello"), zlib.crc32(b"lo", zlib.crc32(b"hel")))

# What can be done at the same time: a graph of tasks that threads work off.
sorter = graphlib.TopologicalSorter({"serve": {"boil", "chop"}, "boil": {"water"}, "chop": {"wash"}})
sorter.prepare()
rounds = []
while sorter.is_active():
    ready = sorter.get_ready()
    threads = [threading.Thread(target=len, args=(task,)) for task in ready]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rounds.append(sorted(ready))
    sorter.done(*ready)
print(rounds)
try:
    list(graphlib.TopologicalSorter({1: [2], 2: [3], 3: [1]}).static_order())
except graphlib.CycleError as error:
    print(error.args[0], len(error.args[1]))
