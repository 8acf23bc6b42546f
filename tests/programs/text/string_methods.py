"""Common methods of str."""

text = "  Green Threads  "
print(repr(text.strip()), repr(text.lstrip()), repr(text.rstrip()))
text = text.strip()
print(text.upper(), text.lower(), text.title(), text.swapcase(), "abc def".capitalize())
print(text.split(), "a,b,,c".split(","), "a b c".split(" ", 1), "k=v=w".rsplit("=", 1))
print("one\ntwo\n".splitlines(), "-".join(["x", "y", "z"]), "".join(reversed("abc")))
print(text.replace("e", "3"), text.replace("e", "3", 1))
print(text.find("T"), text.find("z"), text.index("n"), text.count("e"), text.rfind("e"))
print(text.startswith("Gre"), text.endswith(("x", "s")), "reen" in text)
print("42".isdigit(), "ab1".isalpha(), "ab1".isalnum(), " ".isspace(), "AB".isupper())
print("7".zfill(3), "mid".center(9, "*"), "l".ljust(4, "."), "r".rjust(4))
print("key: value".partition(": "), "a.b.c".rpartition("."))
print("ab" * 3, "a" + "b", len("four"), "abc"[1], "b" > "a", ord("A"), chr(97))
print("prefix-x".removeprefix("prefix-"), "x.py".removesuffix(".py"))
