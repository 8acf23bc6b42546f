"""repr of strings: quotes, escapes, other alphabets."""

print(repr("plain"), repr("it's"), repr('say "hi"'), repr("both ' and \""))
print(repr("tab\tnewline\nback\\slash"), repr("bell\x07 null\x00"))
print(repr("é ü ß"), repr("日本"), repr("😀"), repr("\u200b"), repr("\xa0"))
print(ascii("é日😀"))
print(["a", "b'c"], {"k\n": 'v"'})
print(r"raw \n stays", "line\
 continued")
print("""three
lines "quoted"
end""")
print(len("日本"), len("😀"), "日本"[1], "é".upper(), "straße".upper())
