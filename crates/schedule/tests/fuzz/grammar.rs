//! Random small programs, all of which compile: what they do makes little sense, and much of it raises.

use super::dice::Dice;

const NAMES: [&str; 6] = ["a", "b", "c", "xs", "f", "box"];
const OPERATORS: [&str; 20] = [
    "+", "-", "*", "/", "//", "%", "**", "<<", ">>", "&", "|", "^", "@", "==", "<", ">=", "in", "is", "and",
    "or",
];
const FUNCTIONS: [&str; 34] = [
    "len",
    "str",
    "repr",
    "list",
    "tuple",
    "dict",
    "set",
    "frozenset",
    "sorted",
    "sum",
    "min",
    "max",
    "abs",
    "hash",
    "iter",
    "next",
    "reversed",
    "enumerate",
    "zip",
    "map",
    "filter",
    "int",
    "float",
    "bool",
    "type",
    "isinstance",
    "getattr",
    "range",
    "any",
    "all",
    "divmod",
    "bytes",
    "callable",
    "print",
];
const METHODS: [&str; 36] = [
    "append",
    "pop",
    "extend",
    "insert",
    "remove",
    "sort",
    "reverse",
    "index",
    "count",
    "copy",
    "clear",
    "get",
    "keys",
    "values",
    "items",
    "update",
    "setdefault",
    "add",
    "discard",
    "union",
    "join",
    "split",
    "strip",
    "replace",
    "upper",
    "format",
    "find",
    "startswith",
    "center",
    "encode",
    "send",
    "close",
    "throw",
    "__init__",
    "__class__",
    "put",
];

/// A program.
pub(crate) fn program(dice: &mut Dice) -> String {
    let mut text = String::from(
        "import threading, queue, time\nlock = threading.Lock()\nbox = queue.Queue(2)\na, b, c, xs = 1, 'b', None, [1, 2]\n\
         def f(*args, **named):\n    yield from args\n",
    );
    for _ in 0..=dice.below(10) {
        statement(dice, 0, 3, &mut text);
    }
    if dice.below(2) == 0 {
        text.push_str("def work():\n    global a, b, c, xs\n");
        for _ in 0..=dice.below(4) {
            statement(dice, 1, 2, &mut text);
        }
        text.push_str("threads = [threading.Thread(target=work) for _ in range(3)]\n");
        text.push_str("for t in threads: t.start()\nfor t in threads: t.join(1)\n");
    }
    text + "print(repr(a)[:200], repr(xs)[:200])\n"
}

fn line(indent: usize, content: &str, text: &mut String) {
    text.push_str(&"    ".repeat(indent));
    text.push_str(content);
    text.push('\n');
}

fn block(dice: &mut Dice, indent: usize, depth: usize, text: &mut String) {
    for _ in 0..=dice.below(2) {
        statement(dice, indent + 1, depth - 1, text);
    }
}

fn statement(dice: &mut Dice, indent: usize, depth: usize, text: &mut String) {
    let name = dice.pick(&NAMES);
    if depth == 0 || dice.below(2) == 0 {
        let value = expression(dice, 3);
        let simple = match dice.below(12) {
            0..4 => format!("{name} = {value}"),
            4 => format!("{name} {}= {value}", dice.pick(&OPERATORS[..12])),
            5 => format!("{name}[{}] = {value}", expression(dice, 1)),
            6 => format!("a, *b = {value}"),
            7 => format!("{name}.x = {value}"),
            8 => {
                format!("raise {}", dice.pick(&["ValueError", "KeyError(1)", "a", "StopIteration from None"]))
            }
            9 => format!("assert {value}, {}", expression(dice, 1)),
            10 => format!("del {name}[{}]", expression(dice, 1)),
            _ => format!("print({value})"),
        };
        return line(indent, &simple, text);
    }
    match dice.below(7) {
        0 => line(indent, &format!("if {}:", expression(dice, 2)), text),
        1 => line(indent, &format!("for {name} in {}:", expression(dice, 2)), text),
        2 => {
            line(indent, &format!("while {}:", expression(dice, 2)), text);
            if dice.below(2) == 0 {
                line(indent + 1, "break", text);
            }
        }
        3 => {
            line(indent, "try:", text);
            block(dice, indent, depth, text);
            line(
                indent,
                dice.pick(&["except Exception as e:", "except (ValueError, TypeError):", "finally:"]),
                text,
            );
        }
        4 => line(indent, &format!("with {}:", dice.pick(&["lock", "a", "threading.RLock() as b"])), text),
        5 => {
            line(indent, &format!("def {name}(self=None, *args):"), text);
            line(indent + 1, &format!("{} {}", dice.pick(&["return", "yield"]), expression(dice, 2)), text);
            return;
        }
        _ => {
            let bases = dice.pick(&["", "(list)", "(dict)", "(Exception)", "(int)", "(str)"]);
            line(indent, &format!("class C{bases}:"), text);
            let special = [
                "__eq__",
                "__len__",
                "__iter__",
                "__repr__",
                "__add__",
                "__call__",
                "__bool__",
                "__hash__",
                "__getattr__",
            ];
            line(indent + 1, &format!("def {}(self, *args):", dice.pick(&special)), text);
            line(indent + 2, &format!("return {}", expression(dice, 2)), text);
            line(indent, &format!("{name} = C({})", if dice.below(2) == 0 { "" } else { "1" }), text);
            return;
        }
    }
    block(dice, indent, depth, text);
}

fn literal(dice: &mut Dice) -> String {
    const LITERALS: [&str; 30] = [
        "0",
        "1",
        "-1",
        "7",
        "2**70",
        "10**400",
        "1.5",
        "float('nan')",
        "True",
        "None",
        "''",
        "'abc'",
        "'%s %5.2f'",
        "'{0!r:>9}'",
        "b'ab'",
        "[]",
        "[3, 1, 2]",
        "()",
        "(1, 'a')",
        "{}",
        "{1: 2}",
        "set()",
        "{1, 2}",
        "range(5)",
        "range(10, 0, -3)",
        "...",
        "lambda *x: x",
        "slice(1, 3)",
        "int",
        "threading.Event()",
    ];
    dice.pick(&LITERALS).to_owned()
}

fn expression(dice: &mut Dice, depth: usize) -> String {
    if depth == 0 {
        return if dice.below(2) == 0 { dice.pick(&NAMES).to_owned() } else { literal(dice) };
    }
    let mut inner = || expression(dice, depth - 1);
    let (x, y, z) = (inner(), inner(), inner());
    match dice.below(14) {
        0 | 1 => literal(dice),
        2 => format!("({x} {} {y})", dice.pick(&OPERATORS)),
        3 => format!("{}({x})", dice.pick(&FUNCTIONS)),
        4 => format!("{}({x}, {y})", dice.pick(&FUNCTIONS)),
        5 => format!("({x}).{}({y})", dice.pick(&METHODS)),
        6 => format!("({x}).{}()", dice.pick(&METHODS)),
        7 => format!("({x})[{y}]"),
        8 => format!("({x})[{y}:{z}]"),
        9 => format!("[{x} for a in {y}]"),
        10 => format!("{{{x}: {y} for b in {z}}}"),
        11 => format!("[{x}, *{y}, {z}]"),
        12 => format!("f'{{{}!r:>{{{}}}}}'", dice.pick(&NAMES), dice.pick(&NAMES)),
        _ => format!("({x} if {y} else {z})"),
    }
}
