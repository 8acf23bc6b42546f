"""f-strings: expressions, nesting, !r, and = to show the expression."""

name, n, ratio = "Ada", 7, 2 / 3
print(f"{name} has {n} {'apple' if n == 1 else 'apples'}")
print(f"{name!r} {name!s} {'é'!a}")
print(f"{n=} {n + 1 = } {name=} {name=!s} {ratio=:.3f}")
print(f"{{literal}} {n}{n}{n}")
print(f"{'nested ' + f'{n * 2}'}")
print(f"{[k * k for k in range(3)]} {max(n, 9)} {name.upper()[0]}")
width, digits = 10, 2
print(f"[{ratio:{width}.{digits}f}] [{name:>{width}}]")
print(f"{lambda_value(3) if (lambda_value := lambda k: k + 1) else 0}")
print(f"a" "b" f"{n}" "c")
print(f"""{
    name
} over lines""")
print(f"" == "", f"{''}" == "")
