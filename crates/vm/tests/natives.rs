//! What the built-in types and functions do: each small program writes what CPython 3.13 writes.

use interleave_vm::{Limits, Machine, Model, Program, Stream};

/// Runs a program and compares what it wrote, with tracebacks behind, to what it should have.
fn check(source: &str, expected: &str) {
    let program = match Program::compile(source, "test.py") {
        Ok(program) => program,
        Err(diagnostics) => panic!("{source}\ndoes not compile: {diagnostics:?}"),
    };
    let mut machine = Machine::new(&program, 1, Limits::default());
    while let Some(&thread) = machine.runnable().first() {
        if let Err(error) = machine.run(thread, 1_000, Model::Instruction) {
            panic!("{source}\n{error}");
        }
    }
    let written = machine.text(Stream::Out) + &machine.text(Stream::Err);
    assert_eq!(written, expected, "{source}");
}

/// Evaluates each expression and compares its `repr`, or the exception it raises, to what it should be.
fn evaluate(cases: &[(&str, &str)]) {
    let mut source = String::from(
        "def show(f):\n    try:\n        print(repr(f()))\n    except Exception as error:\n        print(type(error).__name__, error)\n",
    );
    let mut expected = String::new();
    for (expression, wanted) in cases {
        source += &format!("show(lambda: ({expression}))\n");
        expected += &format!("{wanted}\n");
    }
    check(&source, &expected);
}

const PERSON: &str = "
class P:
    def __init__(self, x): self.x = x
    def __repr__(self): return f'P({self.x})'
    def __eq__(self, other): return isinstance(other, P) and self.x == other.x
    def __hash__(self): return hash(('P', self.x))
    def __lt__(self, other): return self.x < other.x
    def __format__(self, spec): return f'<{spec}:{self.x}>'
";

#[test]
fn text_is_cut_and_joined() {
    evaluate(&[
        ("'a b  c '.split(None, 1)", "['a', 'b  c ']"),
        ("' a b  c '.rsplit(None, 1)", "[' a b', 'c']"),
        ("'a,b,,c'.split(',')", "['a', 'b', '', 'c']"),
        ("'ab\\ncd\\r\\nef'.splitlines(True)", "['ab\\n', 'cd\\r\\n', 'ef']"),
        ("'k=v=w'.rpartition('=')", "('k=v', '=', 'w')"),
        ("'-'.join(str(n) for n in range(3))", "'0-1-2'"),
        ("''.join(['a', 1])", "TypeError sequence item 1: expected str instance, int found"),
        ("'a'.split('')", "ValueError empty separator"),
        ("'日本語'.find('語'), 'abc'.find('', 4)", "(2, -1)"),
        ("'abc'.index('z')", "ValueError substring not found"),
        ("'abc'.replace('', '-', 2)", "'-a-bc'"),
        ("'abc'.startswith(('x', 'a'))", "True"),
        ("'a'.upper(1)", "TypeError str.upper() takes no arguments (1 given)"),
        ("str.upper(1)", "TypeError descriptor 'upper' for 'str' objects doesn't apply to a 'int' object"),
    ]);
}

#[test]
fn text_changes_its_letters() {
    evaluate(&[
        ("\"they're\".title(), 'ß'.upper(), 'aBc'.swapcase()", "(\"They'Re\", 'SS', 'AbC')"),
        ("'hello'.translate(str.maketrans('el', 'ip', 'o'))", "'hipp'"),
        ("'ab'.center(5, '*'), 'a'.center(4), '-42'.zfill(5)", "('**ab*', ' a  ', '-0042')"),
        ("'a\\tb'.expandtabs(4)", "'a   b'"),
        (
            "'é'.encode('ascii')",
            "UnicodeEncodeError 'ascii' codec can't encode character '\\xe9' in position 0: ordinal not in range(128)",
        ),
        ("'²'.isdigit(), '²'.isdecimal(), '1a'.isidentifier()", "(True, False, False)"),
    ]);
}

#[test]
fn text_is_formatted() {
    evaluate(&[
        ("'{0.__name__:>4}|{1[0]}|{k[a]!r}'.format(int, [2], k={'a': 'x'})", "\" int|2|'x'\""),
        ("'{:{}}|{:>{w}}'.format('a', 3, 'b', w=4)", "'a  |   b'"),
        (
            "'{}{0}'.format(1)",
            "ValueError cannot switch from automatic field numbering to manual field specification",
        ),
        ("'{}'.format()", "IndexError Replacement index 0 out of range for positional args tuple"),
        ("'{x}'.format_map({'x': 1})", "'1'"),
        ("'%5.1f|%-4d|%+d|%#x|%%|%r' % (2.25, 7, 7, 255, 'a')", "\"  2.2|7   |+7|0xff|%|'a'\""),
        ("'%(who)s' % {'who': 'Ada'}", "'Ada'"),
        ("'%s' % (1, 2)", "TypeError not all arguments converted during string formatting"),
        ("'%d' % 'x'", "TypeError %d format: a real number is required, not str"),
        ("format(2 ** 70, ',')", "'1,180,591,620,717,411,303,424'"),
        ("format([], '5')", "TypeError unsupported format string passed to list.__format__"),
    ]);
}

#[test]
fn numbers_are_read_and_rounded() {
    evaluate(&[
        ("int('abc')", "ValueError invalid literal for int() with base 10: 'abc'"),
        ("int('0x1f', 16), int(' -7 '), int('1_000'), int(3.9)", "(31, -7, 1000, 3)"),
        (
            "int('1' * 5000)",
            "ValueError Exceeds the limit (4300 digits) for integer string conversion: value has 5000 digits; \
          use sys.set_int_max_str_digits() to increase the limit",
        ),
        (
            "str(10 ** 5000)",
            "ValueError Exceeds the limit (4300 digits) for integer string conversion; \
          use sys.set_int_max_str_digits() to increase the limit",
        ),
        ("float('1e400'), float(' .5 ')", "(inf, 0.5)"),
        ("float('no')", "ValueError could not convert string to float: 'no'"),
        ("round(2.5), round(2.675, 2), round(1250, -2), round(15, -1)", "(2, 2.67, 1200, 20)"),
        ("sum([0.1] * 10), sum([[1], [2]], [])", "(1.0, [1, 2])"),
        ("divmod(-7, 2), divmod(7.5, 2), pow(2, -1, 5)", "((-4, 1), (3.0, 1.5), 3)"),
        ("(0.1).as_integer_ratio()", "(3602879701896397, 36028797018963968)"),
        ("(-1).to_bytes(2, signed=True), int.from_bytes(b'ab')", "(b'\\xff\\xff', 24930)"),
        ("hex(255), bin(-5), oct(8), chr(97), ord('é')", "('0xff', '-0b101', '0o10', 'a', 233)"),
    ]);
}

#[test]
fn containers_do_what_their_methods_say() {
    evaluate(&[
        ("[1].index(2)", "ValueError 2 is not in list"),
        ("[].pop()", "IndexError pop from empty list"),
        ("[1].remove(2)", "ValueError list.remove(x): x not in list"),
        ("(1,).index(2)", "ValueError tuple.index(x): x not in tuple"),
        ("{}.pop('k')", "KeyError 'k'"),
        ("dict([('a', 1)], b=2), dict(zip('ab', (1, 2)))", "({'a': 1, 'b': 2}, {'a': 1, 'b': 2})"),
        ("dict([1])", "TypeError cannot convert dictionary update sequence element #0 to a sequence"),
        ("dict.fromkeys('ab', 0)", "{'a': 0, 'b': 0}"),
        ("{1, 2} | {3}, {1, 2} & {2}, {1} < {1, 2}, {1}.isdisjoint([2])", "({1, 2, 3}, {2}, True, True)"),
        ("{'a': 1}.keys() & {'a'}, {'a': 1} | {'b': 2}", "({'a'}, {'a': 1, 'b': 2})"),
        ("range(3, 30, 4).index(11), slice(None, None, -1).indices(5)", "(2, (4, -1, -1))"),
        ("b'a,b'.split(b','), b'\\xff'.decode('latin-1')", "([b'a', b'b'], 'ÿ')"),
    ]);
    check("a = [1]\na.append(a)\nd = {}\nd['d'] = d\nprint(a, d)", "[1, [...]] {'d': {...}}\n");
}

#[test]
fn iterators_are_lazy() {
    check(
        "
def numbers():
    for n in range(3):
        print('give', n)
        yield n
for n, m in enumerate(map(lambda n: n * 2, numbers())):
    print(n, m)
    if n == 1:
        break
z = zip(iter([1, 2]), 'ab')
print(next(z), list(z), next(iter([]), 'end'))
print(list(zip([1], [1], strict=True)), list(filter(None, [0, 1])), list(iter([5, 6].pop, 5)))
",
        "give 0\n0 0\ngive 1\n1 2\n(1, 'a') [(2, 'b')] end\n[(1, 1)] [1] [6]\n",
    );
}

#[test]
fn sorting_is_stable() {
    evaluate(&[
        ("sorted([(1, 'b'), (1, 'a'), (0, 'c')], key=lambda p: p[0])", "[(0, 'c'), (1, 'b'), (1, 'a')]"),
        ("sorted([(1, 'b'), (1, 'a')], key=lambda p: p[0], reverse=True)", "[(1, 'b'), (1, 'a')]"),
        ("sorted([1, 'a'])", "TypeError '<' not supported between instances of 'str' and 'int'"),
        ("max(1, 'a')", "TypeError '>' not supported between instances of 'str' and 'int'"),
        ("min([], default=4), min([3, 1], key=lambda n: -n)", "(4, 3)"),
        ("max([])", "ValueError max() iterable argument is empty"),
    ]);
}

#[test]
fn objects_take_part_in_all_of_it() {
    check(
        &format!(
            "{PERSON}
ps = [P(3), P(1), P(2)]
print(ps, sorted(ps), min(ps), ps.index(P(1)), P(2) in ps, ps.count(P(1)))
print({{P(1): 'x'}}[P(1)], {{P(1), P(1)}}, {{P(1): 5}}.get(P(1)), {{(P(1), 2): 't'}}[(P(1), 2)])
print(f'{{P(1):q}}', '{{!r:>5}}|%s'.format(P(1)) % P(2), ','.join(map(str, ps)))
print({{P(1), P(2)}} & {{P(2)}}, {{P(1)}} == {{P(1)}}, {{P(1)}} <= {{P(1), P(2)}})
"
        ),
        "[P(3), P(1), P(2)] [P(1), P(2), P(3)] P(1) 1 True 1\n\
         x {P(1)} 5 t\n\
         <q:1>  P(1)|P(2) P(3),P(1),P(2)\n\
         {P(2)} True True\n",
    );
}

#[test]
fn classes_extend_the_built_in_ones() {
    check(
        "
class Stack(list):
    def __init__(self, name, items=()):
        super().__init__(items)
        self.name = name
    def append(self, item):
        super().append(item * 2)
class Counts(dict):
    def __missing__(self, key):
        return 0
class Metres(float):
    def __repr__(self):
        return f'{super().__repr__()} m'
class Failed(Exception):
    def __str__(self):
        return 'failed: ' + super().__str__()
s = Stack('s', [1])
s.append(2)
c = Counts()
c['a'] += 1
print(s, s.name, len(s), s == [1, 4], c, c['b'], Metres(2.5), Metres(1) + 1, Failed('x'), repr(Failed('x')))
",
        "[1, 4] s 2 True {'a': 1} 0 2.5 m 2.0 failed: x Failed('x')\n",
    );
}

#[test]
fn attributes_are_reached_by_name() {
    check(
        "
class Box:
    size = 1
    @property
    def double(self): return self.size * 2
    @double.setter
    def double(self, value): self.size = value // 2
    def __getattr__(self, name):
        if name.startswith('no'): raise AttributeError(name)
        return name
b = Box()
setattr(b, 'double', 10)
print(getattr(b, 'double'), b.size, vars(b), getattr(b, 'other'), getattr(b, 'nope', None), hasattr(b, 'not'))
delattr(b, 'size')
print(b.size, callable(Box), callable(b), isinstance(b, (int, Box)), issubclass(bool, int))
",
        "10 5 {'size': 5} other None False\n1 True False True True\n",
    );
}

#[test]
fn printing_writes_to_what_it_is_given() {
    check(
        "
class Paper:
    def __init__(self): self.parts = []
    def write(self, text): self.parts.append(text)
    def flush(self): self.parts.append('flushed')
p = Paper()
print('a', 1, sep='-', end='!', file=p, flush=True)
print(p.parts)
try:
    print(sep=1)
except TypeError as error:
    print(error, sep=None, end=None)
",
        "['a', '-', '1', '!', 'flushed']\nsep must be None or a string, not int\n",
    );
}
