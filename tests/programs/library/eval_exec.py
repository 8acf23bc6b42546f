"""eval, exec and compile: code in a text, with the variables that are there or those it is given."""

x = 10
print(eval("x + 1"), eval("x * y", {"x": 2, "y": 5}), eval("a + b", {"a": 1}, {"b": 2}))
print(eval("[n * n for n in range(4)]"), eval(" (lambda n: n + x)(1) "))
space = {}
exec("y = 1 + 1\ndef double(n):\n    return n * 2 + y", space)
print(space["y"], space["double"](4))
exec("x = 99")
print(x)


def inside(value):
    local = value + 1
    print(eval("local + value"), sorted(locals()))
    exec("local = 0")
    return local


print(inside(1))
code = compile("x + 1", "<text>", "eval")
print(eval(code))
exec(compile("for n in range(2): print('n', n)", "<text>", "exec"))
for text in ("missing", "1 / 0"):
    try:
        eval(text)
    except (ZeroDivisionError, NameError) as error:
        print(type(error).__name__, error)


class Maker:
    exec("made = 5")
    print(sorted(name for name in locals() if not name.startswith("_")))


print(Maker.made)
