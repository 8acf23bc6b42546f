"""difflib: what two texts have in common, and the lines in which they differ."""

import difflib

old = ["acquire the lock\n", "read the balance\n", "write the balance\n", "release the lock\n"]
new = ["acquire the locks\n", "read the balance\n", "add the amount\n", "write the balance\n", "release it\n"]

print("".join(difflib.ndiff(old, new)), end="")
print("".join(difflib.unified_diff(old, new, "old.py", "new.py", n=1)), end="")
print("".join(difflib.context_diff(old, new, "old.py", "new.py")), end="")

matcher = difflib.SequenceMatcher(None, "thread one", "threads two")
print(round(matcher.ratio(), 3), matcher.get_matching_blocks())
for code in matcher.get_opcodes():
    print(*code)
print(matcher.find_longest_match(0, 6, 0, 6), matcher.quick_ratio() >= matcher.ratio())
print(difflib.get_close_matches("aquire", ["acquire", "release", "require", "wait"]))
delta = list(difflib.ndiff(old, new))
print(list(difflib.restore(delta, 1)) == old, list(difflib.restore(delta, 2)) == new)
try:
    difflib.get_close_matches("a", [], cutoff=2)
except ValueError as error:
    print(error)
