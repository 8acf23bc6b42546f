"""exec, eval and compile raise SyntaxError, which says where."""

for source in ("x = ", "x y", "def f(:", "if True\n    pass", "a = 1\nb = (1", "return 1", "1 = x", "for"):
    try:
        exec(source)
    except SyntaxError as error:
        print(type(error).__name__, error.lineno, error.filename)

for source in ("1 +", "a b", "x = 1"):
    try:
        eval(source)
    except SyntaxError as error:
        print(type(error).__name__, error.lineno)

try:
    compile("if True:\nx = 1", "settings.py", "exec")
except IndentationError as error:
    print(error, "|", error.msg, error.lineno, error.filename, isinstance(error, SyntaxError))
try:
    exec("while True\n    pass")
except SyntaxError as error:
    print(error, "|", error.msg, repr(error.text))
print(SyntaxError("told by hand"), SyntaxError("at a place", ("a.py", 3, 1, "text")))
for wrong in (lambda: eval(5), lambda: exec(5), lambda: compile(5, "f", "exec"), lambda: compile("1", "f", "all")):
    try:
        wrong()
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)
print(eval("2 * 3"), eval(compile("4 + 5", "f", "eval")), [exec("made = 7"), made])
