//! What does not compile: every mistake is said at its place, in CPython's words where it has some.

use interleave_vm::compile;

/// Checks the places (line from 1, column from 0) and messages of a program's diagnostics.
#[track_caller]
fn check(source: &str, expected: &[(u32, u32, &str)]) {
    let diagnostics = compile(source, "x.py").expect_err("the program is refused");
    let found: Vec<(u32, u32, &str)> =
        diagnostics.iter().map(|d| (d.span.line, d.span.column, d.message.as_str())).collect();
    assert_eq!(found, expected, "{source}");
}

#[test]
fn statements_in_the_wrong_place() {
    check("return 1", &[(1, 0, "'return' outside function")]);
    check("class C:\n    return 1", &[(2, 4, "'return' outside function")]);
    check("break", &[(1, 0, "'break' outside loop")]);
    check("continue", &[(1, 0, "'continue' not properly in loop")]);
    check("for x in y:\n    def f():\n        break", &[(3, 8, "'break' outside loop")]);
    check("yield 1", &[(1, 0, "'yield' outside function")]);
    check("[(yield 1) for x in y]", &[(1, 2, "'yield' inside list comprehension")]);
    check("def f():\n    from x import *", &[(2, 18, "import * only allowed at module level")]);
    check("try:\n    a\nexcept:\n    b\nexcept E:\n    c", &[(3, 0, "default 'except:' must be last")]);
    let late = "from __future__ imports must occur at the beginning of the file";
    check("import a\nfrom __future__ import annotations", &[(2, 0, late)]);
}

#[test]
fn coroutines_in_the_wrong_place() {
    check("await x", &[(1, 0, "'await' outside function")]);
    check("def f():\n    await x", &[(2, 4, "'await' outside async function")]);
    check("async with x: pass", &[(1, 0, "'async with' outside async function")]);
    check("async for x in y: pass", &[(1, 0, "'async for' outside async function")]);
    let outside = "asynchronous comprehension outside of an asynchronous function";
    check("[x async for x in y]", &[(1, 0, outside)]);
    let value = "'return' with value in async generator";
    check("async def f():\n    yield 1\n    return 2", &[(3, 4, value)]);
    check("async def f():\n    yield from x", &[(2, 4, "'yield from' inside async function")]);
    let left = "'break', 'continue' and 'return' cannot appear in an except* block";
    check("def f():\n    try:\n        a\n    except* E:\n        return", &[(5, 8, left)]);
}

#[test]
fn several_mistakes_are_said_at_once() {
    check(
        "break\nreturn\ncontinue\n",
        &[
            (1, 0, "'break' outside loop"),
            (2, 0, "'return' outside function"),
            (3, 0, "'continue' not properly in loop"),
        ],
    );
}

#[test]
fn names() {
    check("nonlocal x", &[(1, 0, "nonlocal declaration not allowed at module level")]);
    check("def f():\n    nonlocal x", &[(2, 4, "no binding for nonlocal 'x' found")]);
    check("def f():\n    print(x)\n    global x", &[(3, 4, "name 'x' is used prior to global declaration")]);
    check(
        "def f():\n    x = 1\n    global x",
        &[(3, 4, "name 'x' is assigned to before global declaration")],
    );
    check("def f(x):\n    global x", &[(2, 4, "name 'x' is parameter and global")]);
    check("def f(a, a): pass", &[(1, 9, "duplicate argument 'a' in function definition")]);
    check("f(a=1, a=2)", &[(1, 7, "keyword argument repeated: a")]);
    check("__debug__ = 1", &[(1, 0, "cannot assign to __debug__")]);
}

#[test]
fn assignments() {
    check("1 = x", &[(1, 0, "cannot assign to literal here. Maybe you meant '==' instead of '='?")]);
    check("f() = x", &[(1, 0, "cannot assign to function call here. Maybe you meant '==' instead of '='?")]);
    check("None = 1", &[(1, 0, "cannot assign to None")]);
    check("for f() in x: pass", &[(1, 4, "cannot assign to function call")]);
    check("del 1", &[(1, 4, "cannot delete literal")]);
    check("*a = 1", &[(1, 0, "starred assignment target must be in a list or tuple")]);
    check("a, *b, *c = d", &[(1, 0, "multiple starred expressions in assignment")]);
    check("x = *a", &[(1, 4, "can't use starred expression here")]);
}

#[test]
fn syntax() {
    check("x = (1", &[(1, 4, "'(' was never closed")]);
    check("if x\n    pass", &[(1, 4, "expected ':'")]);
    check("if x:\npass", &[(2, 0, "expected an indented block after 'if' statement on line 1")]);
    check("if x = 1: pass", &[(1, 5, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")]);
    check("  x = 1", &[(1, 0, "unexpected indent")]);
    check("print \"a\"", &[(1, 6, "Missing parentheses in call to 'print'. Did you mean print(...)?")]);
    check("f(a=1, 2)", &[(1, 7, "positional argument follows keyword argument")]);
    check("\"abc", &[(1, 0, "unterminated string literal (detected at line 1)")]);
}

#[test]
fn what_interleave_does_not_run() {
    let message = "an asynchronous generator expression is not supported by Interleave";
    check("async def f():\n    x = (await y for y in z)", &[(2, 8, message)]);
    let message = "unpacking in the bases of a class with type parameters is not supported by Interleave";
    check("class A[T](*bases): pass", &[(1, 10, message)]);
    check("x = '\\ud800'", &[(1, 4, "a lone surrogate in a string is not supported by Interleave")]);
}

#[test]
fn deep_nesting_is_refused_and_never_overflows() {
    let message = |source: String| {
        compile(&source, "x.py").map(|_| String::new()).unwrap_or_else(|d| d[0].message.clone())
    };
    assert_eq!(message("(".repeat(5000) + "1" + &")".repeat(5000)), "too many nested parentheses");
    for source in ["1+", "-", "not ", "lambda: ", "1 if x else ", "x = ", "a < ", "await "] {
        assert_eq!(message(source.repeat(10_000) + "1"), "expression is nested too deeply", "{source}");
    }
    assert_eq!(message("f".to_owned() + &"()".repeat(10_000)), "expression is nested too deeply");
    assert_eq!(message("f".to_owned() + &".a".repeat(10_000)), "expression is nested too deeply");
    let indented: String = (0..150).map(|depth| " ".repeat(depth) + "if x:\n").collect();
    assert_eq!(message(indented), "too many levels of indentation");
    let loops: String = (0..21).map(|depth| " ".repeat(depth) + "while x:\n").collect();
    assert_eq!(message(loops + &" ".repeat(21) + "pass"), "too many statically nested blocks");
}

#[test]
fn what_is_only_long_compiles() {
    let compiles = |source: String| assert!(compile(&source, "x.py").is_ok());
    compiles("1+".repeat(500) + "1");
    compiles("[".repeat(150) + "1" + &"]".repeat(150));
    compiles("a and ".repeat(5_000) + "b");
    compiles("if x: pass\n".to_owned() + &"elif y: pass\n".repeat(2_000));
    compiles("a;".repeat(5_000));
}
