import collections as _collections
import sys as _sys

_CODE = type((lambda: None).__code__)

Instruction = _collections.namedtuple(
    "Instruction",
    "opname opcode arg argval argrepr offset start_offset starts_line line_number label positions cache_info",
)
Instruction.oparg = property(lambda self: self.arg)
Instruction.is_jump_target = property(lambda self: self.label is not None)


def _code_of(x):
    x = getattr(x, "__func__", x)
    x = getattr(x, "__wrapped__", x) if not hasattr(x, "__code__") else x
    x = getattr(x, "__code__", x)
    x = getattr(x, "gi_code", x)
    if isinstance(x, str):
        if _compiled("(\n" + x + "\n)") is not None:
            raise NotImplementedError("Interleave takes functions, classes and statements apart, no expressions in text")
        code = _compiled(x)
        if code is None:
            raise SyntaxError("invalid syntax")
        return code
    if not isinstance(x, _CODE):
        raise TypeError(f"don't know how to disassemble {type(x).__name__} objects")
    return x


def get_instructions(x, *, first_line=None, show_caches=None, adaptive=False):
    before = None
    for name, arg, constant, meaning, offset, line, label in _rows(_code_of(x)):
        number = None if line == "--" else int(line)
        value = constant[0] if constant else arg if name == "BINARY_OP" else meaning or arg
        shown = repr(value) if constant else meaning
        yield Instruction(name, None, arg, value, shown, offset, offset, line != before, number, label, None, None)
        before = line


def _listing(code):
    rows = _rows(code)
    lines = [row[5] for row in rows]
    width = max(3, max([len(line) for line in lines]), 4 if "--" in lines else 0)
    labels = [row[6] for row in rows if row[6] is not None]
    handlers = _handlers(code)
    count = len(labels)
    label_width = 4 + len(str(count))
    shown = []
    before = None
    for name, arg, constant, meaning, offset, line, label in rows:
        if line != before and before is not None:
            shown.append("")
        first = line if line != before else ""
        if first == "--":
            first = "  --"
        mark = "" if label is None else f"L{label}:"
        meaning = repr(constant[0]) if constant else meaning
        if arg is None:
            text = name
        else:
            room = max(0, 5 - max(0, len(name) - 20))
            text = f"{name:<20} {arg:>{room}}" + (f" ({meaning})" if meaning else "")
        shown.append(f"{first:>{width}} {mark:>{label_width}}     {text}".rstrip())
        before = line
    return "\n".join(shown) + "\n" + handlers


def _inner(code):
    seen = []
    for row in _rows(code):
        if row[2] and isinstance(row[2][0], _CODE):
            seen.append(row[2][0])
    return seen


def _show(code, depth, file):
    file.write(_listing(code))
    if depth is None or depth > 0:
        for inner in _inner(code):
            file.write(f"\nDisassembly of {inner!r}:\n")
            _show(inner, None if depth is None else depth - 1, file)


def dis(x=None, *, file=None, depth=None, show_caches=False, adaptive=False, show_offsets=False):
    file = _sys.stdout if file is None else file
    if isinstance(x, type):
        for name, value in sorted(x.__dict__.items()):
            if hasattr(value, "__code__") or hasattr(value, "__func__"):
                file.write(f"Disassembly of {name}:\n")
                dis(value, file=file, depth=depth)
                file.write("\n")
        return
    _show(_code_of(x), depth, file)


def disassemble(co, lasti=-1, *, file=None, **options):
    (_sys.stdout if file is None else file).write(_listing(_code_of(co)))


disco = disassemble


class Bytecode:
    def __init__(self, x, *, first_line=None, current_offset=None, show_caches=False, adaptive=False, show_offsets=False):
        self.codeobj = _code_of(x)

    def __iter__(self):
        return get_instructions(self.codeobj)

    def dis(self):
        return _listing(self.codeobj)
