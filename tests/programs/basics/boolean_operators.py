"""and, or, not give one of their operands and skip the rest."""


def note(value):
    print("note", repr(value))
    return value


print(note(0) or note("") or note("last"))
print(note(1) and note([]) and note("never"))
print(not note(None), not note(3))
print(note(1) and note(0) or note(9))

ready, empty = True, []
if ready and not empty:
    print("go")
if empty or not ready:
    print("stop")
if not (ready or empty):
    print("neither")
if ready and (empty or 5 > 4):
    print("mixed")
