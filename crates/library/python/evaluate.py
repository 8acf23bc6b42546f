# `exec`, `eval` and `compile`. A program that names one gets this module.
import builtins as _builtins


class _Text:
    def __init__(self, text, mode):
        self.text = text
        self.mode = mode


# The text, the dict of names that it is run in, and where new ones go in the end, if that is another: a function's variables
# are copied.
def _prepared(source, names, own, what):
    if isinstance(source, bytes):
        source = source.decode()
    elif isinstance(source, _Text):
        source = source.text
    elif not isinstance(source, str):
        raise TypeError(f"{what}() arg 1 must be a string, bytes or code object")
    if names is None:
        code, names, here, line = __frames__()[-1]
        own = here if own is None else own
    if own is None or own is names:
        return source, names, None
    return source, {**names, **own}, own


def exec(source, globals=None, locals=None, /, *, closure=None):
    text, names, own = _prepared(source, globals, locals, "exec")
    before = None if own is None else dict(names)
    __define__(text, names)
    if before is not None:
        for name, value in names.items():
            if name not in before or before[name] is not value:
                own[name] = value


def eval(source, globals=None, locals=None, /):
    text, names, own = _prepared(source, globals, locals, "eval")
    if isinstance(source, _Text) and source.mode == "exec":
        __define__(text, names)
        return None
    __define__("__value__ = (\n" + text.strip() + "\n)", names, "<string>", 1)
    return names.pop("__value__")


def compile(source, filename, mode, flags=0, dont_inherit=False, optimize=-1):
    if mode not in ("exec", "eval", "single"):
        raise ValueError("compile() mode must be 'exec', 'eval' or 'single'")
    if isinstance(source, bytes):
        source = source.decode()
    if not isinstance(source, str):
        raise TypeError("compile() arg 1 must be a string, bytes or AST object")
    if mode == "eval":
        __define__("(\n" + source.strip() + "\n)", None, filename, 1)
    else:
        __define__(source, None, filename)
    return _Text(source, mode)


_builtins.exec = exec
_builtins.eval = eval
_builtins.compile = compile
