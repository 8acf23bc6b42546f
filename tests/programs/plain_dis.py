"""Print CPython 3.13's instructions for a program in *plain form*.

    python3.13 plain_dis.py FILE [FILE ...]

Plain form is what two compilers must agree on to be called the same: line by line the same
instructions with the same operands in the same order, and the same way from one to the next. It
leaves out what a learner never needs: caches, specialised and fused instructions, NOPs, where a
block of code is placed, how a jump is spelled, and how many copies there are of a shared tail.
Another compiler's code is put in this form by the same eight steps, and then compared as text.

1. Instructions. Take each instruction of the code object in its base (not adaptive, not
   instrumented) form, with the line that the line table gives it; `-` where it gives none.
     - LOAD_FAST_LOAD_FAST, STORE_FAST_LOAD_FAST and STORE_FAST_STORE_FAST are two instructions,
       the left name's first, both on the same line and with the same handler.
     - CACHE, EXTENDED_ARG, NOP, JUMP_FORWARD, JUMP_BACKWARD and JUMP_BACKWARD_NO_INTERRUPT are
       only a way to another instruction: they are followed, and then dropped.
     - POP_JUMP_IF_TRUE and POP_JUMP_IF_FALSE are both POP_JUMP_IF, with two exits named `true`
       and `false`, in this order. POP_JUMP_IF_NONE and POP_JUMP_IF_NOT_NONE are both
       POP_JUMP_IF_NONE, with the exits `none` and `some`.
     - FOR_ITER has the exits `next` (the following instruction) and `end` (its target); SEND has
       `yield` (the following one) and `end`.

2. Operands. An instruction without an operand is its name alone. Otherwise, after one space:
     - a constant (LOAD_CONST, RETURN_CONST): its repr(), except that a code object is
       `<code QUALNAME>` and the elements of a frozenset are sorted by their text; tuples and
       frozensets are written so all the way down. `frozenset({1, 2})`, `(1, 'a')`, `(1,)`.
     - a name (of a local, cell, global, attribute, import): the name.
     - LOAD_GLOBAL with its low bit set: `NAME + NULL`. LOAD_ATTR and LOAD_SUPER_ATTR with their
       low bit set: `NAME + NULL|self`. (The second bit of LOAD_SUPER_ATTR is not shown.)
     - BINARY_OP: the operator, `+` or `+=`. COMPARE_OP: the operator, `<`, or `bool(<)` when the
       result is made a bool at once.
     - CONVERT_VALUE: `str`, `repr` or `ascii`. SET_FUNCTION_ATTRIBUTE: `defaults`, `kwdefaults`,
       `annotations` or `closure` (several: joined by `, `). CALL_INTRINSIC_1 and _2: the
       intrinsic's name, `INTRINSIC_LIST_TO_TUPLE`.
     - anything else: the number, as `dis` shows it (CALL 2, COPY 1, IS_OP 0, CONTAINS_OP 1,
       RESUME 0, RERAISE 1, BUILD_LIST 0, ...).
   The tuple of names that a class body stores in `__static_attributes__` is sorted (CPython
   3.13.0 takes it from a set, in no particular order).

3. Ways. Each instruction has, in this order, its ways on: one for most, the two exits for a
   branch, none for RETURN_VALUE, RETURN_CONST, RAISE_VARARGS and RERAISE. The way on is to the
   next instruction that was not dropped in step 1. If there is none, because the dropped jumps
   go round in a circle (`while True: pass`), the way on is `spin`.

4. Reach. Keep the instructions that can be reached: the first one; the ways on of one that is
   kept; and the start of the handler (the innermost entry of the exception table) of one that is
   kept. A handler that covers nothing but dropped instructions is not reached.

5. Merge. Two instructions are one when they have the same line and text and their ways on lead,
   exit by exit, to instructions that are one (the coarsest such partition: start from line and
   text, and split by ways on until nothing splits). So it does not matter whether a tail is
   shared or copied.

6. Runs. After merging, cut each line's instructions into runs. An instruction starts a run if it
   is the first of the code object, the start of a handler, does not come from exactly one
   instruction, or comes from one that is on another line or has two exits. Otherwise it follows
   the one that it comes from.

7. Print. For each code object a heading `== QUALNAME`; for each line in ascending order, `-`
   first, `LINE:`, and the runs of that line sorted as text (by code point), each once. A run is its
   instructions, one to a line, indented by four spaces, and then where it goes: `-> LINE:NAME`,
   the line and the bare name of the next instruction, or `-> spin`; nothing after an instruction
   with no way on. A branch carries its exits itself:
   `POP_JUMP_IF true 4:LOAD_NAME false 7:RETURN_CONST`. Between the runs of a line there is a line
   of four spaces and `--`.

8. Code objects. The module comes first. The others (all those that appear in constants, however
   deep) follow, sorted by first line, then by name, then by printed text; the same text is
   printed once (a lambda in a `finally` is compiled twice). An empty line stands between two code
   objects, and none at the end of the file beyond the last newline.

What is not in plain form: columns, jump polarity, the extent of the exception table, constants
and names that no instruction uses, and stack depth.
"""

import ast
import dis
import sys
import types

FUSED = {
    "LOAD_FAST_LOAD_FAST": ("LOAD_FAST", "LOAD_FAST"),
    "STORE_FAST_LOAD_FAST": ("STORE_FAST", "LOAD_FAST"),
    "STORE_FAST_STORE_FAST": ("STORE_FAST", "STORE_FAST"),
}
DROPPED = {
    "CACHE",
    "EXTENDED_ARG",
    "NOP",
    "JUMP_FORWARD",
    "JUMP_BACKWARD",
    "JUMP_BACKWARD_NO_INTERRUPT",
}
# name: (plain name, exit when it falls through, exit when it jumps)
BRANCHES = {
    "POP_JUMP_IF_TRUE": ("POP_JUMP_IF", "false", "true"),
    "POP_JUMP_IF_FALSE": ("POP_JUMP_IF", "true", "false"),
    "POP_JUMP_IF_NONE": ("POP_JUMP_IF_NONE", "some", "none"),
    "POP_JUMP_IF_NOT_NONE": ("POP_JUMP_IF_NONE", "none", "some"),
    "FOR_ITER": ("FOR_ITER", "next", "end"),
    "SEND": ("SEND", "yield", "end"),
}
EXITS = {
    "POP_JUMP_IF": ("true", "false"),
    "POP_JUMP_IF_NONE": ("none", "some"),
    "FOR_ITER": ("next", "end"),
    "SEND": ("yield", "end"),
}
LAST = {"RETURN_VALUE", "RETURN_CONST", "RAISE_VARARGS", "RERAISE"}
SPIN = -1


class Node:
    """One instruction that stays: its line, name and operand, and its ways on."""

    def __init__(self, line, name, operand):
        self.line = line
        self.name = name
        self.text = f"{name} {operand}" if operand else name
        self.ways = []  # of the index of a node, or SPIN; later of merged nodes


def constant(value):
    """A constant as step 2 writes it."""
    if isinstance(value, types.CodeType):
        return f"<code {value.co_qualname}>"
    if isinstance(value, tuple):
        inner = [constant(item) for item in value]
        return f"({inner[0]},)" if len(inner) == 1 else f"({', '.join(inner)})"
    if isinstance(value, frozenset):
        inner = sorted(constant(item) for item in value)
        return f"frozenset({{{', '.join(inner)}}})" if inner else "frozenset()"
    return repr(value)


def operand(instruction):
    """An instruction's operand as step 2 writes it; empty if it has none."""
    if instruction.arg is None or instruction.opname in BRANCHES:
        return ""
    if instruction.opname in ("LOAD_CONST", "RETURN_CONST"):
        return constant(instruction.argval)
    return instruction.argrepr or str(instruction.arg)


def read(code):
    """Steps 1 to 3: the nodes, the first one's index, and each node's handler."""
    instructions = [
        i for i in dis.get_instructions(code, adaptive=False) if i.opname != "CACHE"
    ]
    entries = dis.Bytecode(code).exception_entries
    nodes = []  # Node
    handler_at = []  # per node: the offset of its handler, or None
    first_at = {}  # offset: index of the node that starts there
    hop = {}  # offset of a dropped instruction: the offset that it leads to
    pending = []  # (index of a node, the offsets that its ways on lead to)

    for position, instruction in enumerate(instructions):
        name, offset = instruction.opname, instruction.offset
        after = (
            instructions[position + 1].offset
            if position + 1 < len(instructions)
            else None
        )
        if name in DROPPED:
            jumps = name.startswith("JUMP")
            hop[offset] = instruction.jump_target if jumps else after
            continue
        line = instruction.line_number
        covering = [e for e in entries if e.start <= offset < e.end]
        handler = covering[0].target if covering else None
        first_at[offset] = len(nodes)
        if name in FUSED:
            left, right = FUSED[name]
            nodes.append(Node(line, left, instruction.argval[0]))
            nodes[-1].ways = [len(nodes)]
            nodes.append(Node(line, right, instruction.argval[1]))
            handler_at += [handler, handler]
            pending.append((len(nodes) - 1, [after]))
            continue
        plain = BRANCHES[name][0] if name in BRANCHES else name
        nodes.append(Node(line, plain, operand(instruction)))
        handler_at.append(handler)
        if name in BRANCHES:
            _, falls, jumps = BRANCHES[name]
            where = {falls: after, jumps: instruction.jump_target}
            pending.append((len(nodes) - 1, [where[e] for e in EXITS[plain]]))
        elif name not in LAST:
            pending.append((len(nodes) - 1, [after]))

    def land(offset):
        seen = set()
        while offset in hop:
            if offset in seen:
                return SPIN
            seen.add(offset)
            offset = hop[offset]
        return first_at[offset]

    for index, offsets in pending:
        nodes[index].ways = [land(offset) for offset in offsets]
    for node, following in zip(nodes, nodes[1:]):
        if following.text == "STORE_NAME __static_attributes__":
            names = sorted(ast.literal_eval(node.text.removeprefix("LOAD_CONST ")))
            node.text = f"LOAD_CONST {constant(tuple(names))}"
    handlers = [None if at is None else land(at) for at in handler_at]
    return nodes, land(0), handlers


def reach(nodes, first, handlers):
    """Step 4: the indices of the nodes that can be reached."""
    kept, todo = set(), [first]
    while todo:
        index = todo.pop()
        if index in kept or index == SPIN:
            continue
        kept.add(index)
        todo += nodes[index].ways
        if handlers[index] is not None:
            todo.append(handlers[index])
    return kept


def merge(nodes, kept):
    """Step 5: for each kept node, the index of the node that stands for it."""

    def number(keys):
        numbers = {}
        return {i: numbers.setdefault(key, len(numbers)) for i, key in keys.items()}

    group = number({i: (nodes[i].line, nodes[i].text) for i in sorted(kept)})
    while True:
        finer = number(
            {
                i: (group[i], tuple(group.get(way, SPIN) for way in nodes[i].ways))
                for i in sorted(kept)
            }
        )
        if len(set(finer.values())) == len(set(group.values())):
            break
        group = finer
    stands = {}
    return {i: stands.setdefault(group[i], i) for i in sorted(kept)}


def runs(nodes, first, handlers):
    """Steps 4 to 6: for each line, the set of its runs as text."""
    kept = reach(nodes, first, handlers)
    stand = merge(nodes, kept)
    members = sorted(set(stand.values()))
    ways = {i: [stand.get(way, SPIN) for way in nodes[i].ways] for i in members}
    starts = {stand[first]}
    starts |= {stand[handlers[i]] for i in kept if handlers[i] is not None}
    come_from = {i: set() for i in members}
    for i in members:
        for way in ways[i]:
            if way != SPIN:
                come_from[way].add(i)
    for i in members:
        if len(come_from[i]) != 1:
            starts.add(i)
        else:
            (before,) = come_from[i]
            if nodes[before].line != nodes[i].line or len(ways[before]) != 1:
                starts.add(i)

    def place(way):
        if way == SPIN:
            return "spin"
        line = nodes[way].line
        return f"{'-' if line is None else line}:{nodes[way].name}"

    by_line = {}
    for start in starts:
        text, i = [], start
        while True:
            if len(ways[i]) == 2:
                exits = zip(EXITS[nodes[i].name], ways[i])
                shown = " ".join(f"{name} {place(way)}" for name, way in exits)
                text.append(f"    {nodes[i].text} {shown}")
                break
            text.append(f"    {nodes[i].text}")
            if not ways[i]:
                break
            (way,) = ways[i]
            if way == SPIN or way in starts:
                text.append(f"    -> {place(way)}")
                break
            i = way
        by_line.setdefault(nodes[start].line, set()).add("\n".join(text))
    return by_line


def plain(code):
    """Step 7: one code object."""
    by_line = runs(*read(code))
    out = [f"== {code.co_qualname}"]
    for line in sorted(by_line, key=lambda line: -1 if line is None else line):
        out.append(f"{'-' if line is None else line}:")
        out.append("\n    --\n".join(sorted(by_line[line])))
    return "\n".join(out) + "\n"


def plain_dis(source, name):
    """Step 8: the plain form of a program."""
    module = compile(source, name, "exec", dont_inherit=True, optimize=0)
    found = []

    def visit(code):
        for value in code.co_consts:
            if isinstance(value, types.CodeType):
                found.append((value.co_firstlineno, value.co_qualname, plain(value)))
                visit(value)

    visit(module)
    texts = [plain(module)] + [text for _, _, text in sorted(set(found))]
    return "\n".join(texts)


def main():
    if sys.version_info[:2] != (3, 13) or sys.implementation.name != "cpython":
        sys.exit("plain_dis.py: this needs CPython 3.13")
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as file:
            sys.stdout.write(plain_dis(file.read(), path))


if __name__ == "__main__":
    main()
