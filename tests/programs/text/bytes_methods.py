"""The methods of bytes and bytearray that are like those of text."""

data = b"one two  three"
print(data.title(), data.capitalize(), b"aB".swapcase(), data.upper(), b"ABC".lower())
print(data.split(), data.split(b" "), data.split(b" ", 1), data.rsplit(None, 1), data.rsplit(maxsplit=1))
print(data.partition(b" "), data.rpartition(b" "), b"a\nb\r\nc\x0bd".splitlines(), b"a\nb".splitlines(keepends=True))
print(b"7".zfill(3), b"a".center(5, b"*"), b"a".ljust(3) + b"|", b"a".rjust(3), b"a\tb".expandtabs(4))
print(b" \ta\x85\xa0 ".strip(), b"xax".lstrip(b"x"), b"xax".rstrip(b"x"), b"xyaxy".strip(b"xy"))
print(data.startswith((b"two", b"one")), data.endswith(b"three"), data.startswith(b"two", 4))
print(data.count(b"t"), data.count(116), data.rfind(b"t"), data.index(b"two"), data.rindex(101))
print(data.replace(b"t", b"T", 1), b"ab".replace(b"", b"-"), b"prefix".removeprefix(b"pre"), b"a.py".removesuffix(b".py"))
print(b"abc".isalpha(), b"ab1".isalnum(), b"12".isdigit(), b" \n".isspace(), b"A b".istitle(), b"ab".islower(), b"AB".isupper())
print(b"\xe9\xc9".upper(), b"\xe9".isalpha(), b"\xe9".isascii(), b"abc".translate(None, b"b"))
table = bytes([*range(97)]) + b"A" + bytes([*range(98, 256)])
print(b"banana".translate(table), b"banana".translate(table, b"n"))

changing = bytearray(b"red green")
print(changing.upper(), changing.split(), changing.replace(b"e", b"E"), changing.partition(b" "), changing.index(b"g"))


def attempt(what):
    try:
        print(what())
    except (TypeError, ValueError) as error:
        print(type(error).__name__, error)


attempt(lambda: data.index(b"zz"))
attempt(lambda: data.startswith("one"))
attempt(lambda: data.count("o"))
attempt(lambda: data.split("o"))
attempt(lambda: data.count(300))
