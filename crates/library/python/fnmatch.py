import re as _re


def translate(pat):
    text = ""
    place = 0
    while place < len(pat):
        letter = pat[place]
        place += 1
        if letter == "*":
            text += ".*"
        elif letter == "?":
            text += "."
        elif letter == "[" and "]" in pat[place + 1 :]:
            end = pat.index("]", place + 1)
            inner = pat[place:end].replace("\\", "\\\\")
            text += "[" + ("^" + inner[1:] if inner.startswith("!") else inner) + "]"
            place = end + 1
        else:
            text += _re.escape(letter)
    return f"(?s:{text})\\Z"


def fnmatchcase(name, pat):
    return _re.match(translate(pat), name) is not None


fnmatch = fnmatchcase


def filter(names, pat):
    return [name for name in names if fnmatchcase(name, pat)]
