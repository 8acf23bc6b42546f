"""Regular expressions: finding, groups, replacing, splitting, flags and mistakes."""
import re

LOG = """2024-07-12 10:00:01 INFO  worker-1 took 15 ms
2024-07-12 10:00:02 ERROR worker-2 failed: timeout
2024-07-12 10:00:04 INFO  worker-3 took 230 ms"""

line = re.compile(r"^(?P<day>[\d-]+) (?P<time>[\d:]+) (?P<level>[A-Z]+)\s+(?P<who>worker-(\d+))", re.MULTILINE)
for found in line.finditer(LOG):
    print(found.group("level"), found["who"], found.group(5), found.span("time"), found.lastgroup)
print(line.groups, line.groupindex["who"], line.search("nothing"))
print(re.findall(r"\d+ ms", LOG), re.findall(r"(\w+)-(\d)", LOG))
print(re.search(r"took (\d+)", LOG), re.match("took", LOG), re.fullmatch(r"\w+", "word").group())
print(re.sub(r"worker-(\d)", r"<\1>", LOG).splitlines()[0])
print(re.sub(r"\d+", lambda found: str(int(found.group()) * 2), "1 22 333"), re.subn("a", "b", "aaa", count=2))
print(re.split(r"\s*[,;]\s*", "a , b;c"), re.split(r"(-)", "1-2-3", maxsplit=1), re.split("x*", "axb"))
print(re.findall(r"<(\w+)>(.*?)</\1>", "<b>bold</b><i>it</i>"), re.findall(r"(?i)HELLO|bye", "Hello BYE hello"))
print(re.findall(r"\b\w+(?=!)", "stop! go now!"), re.findall(r"(?<=\$)\d+", "$5 6 $78"), re.findall(r"a(?!b)", "ab ac a"))
print(re.findall(r"(?:ab){2,3}|c{2}", "abab ababab cc ab"), re.findall(r"x+?", "xxx"), re.findall("a|b|", "ab"))
print(re.compile(r"""
    (\d+)   # a number
    \s* %   # a sign
""", re.X).findall("5% of 10 %"))
print(re.findall(r"^.", "one\ntwo", re.M), re.findall("e.t", "one\ntwo", re.S), re.match("É", "é", re.I).group())
print(re.escape("1+1=2?"), repr(re.compile("a+", re.I | re.M)), re.search("(a)|(b)", "b").groups("none"))
print(re.match(r"(?P<x>a)(?P<y>b)?", "a").groupdict(), re.match("(.)(.)", "ab").expand(r"\2\1"))
for wrong in ("(", "[a", "*a", "a**", r"\q", ")", "(?P<1>a)"):
    try:
        re.compile(wrong)
    except re.error as error:
        print(wrong, "->", error)
