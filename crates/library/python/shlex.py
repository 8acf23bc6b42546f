import re as _re

_unsafe = _re.compile(r"[^\w@%+=:,./-]", _re.ASCII)


def quote(s):
    if not s:
        return "''"
    return s if _unsafe.search(s) is None else "'" + s.replace("'", "'\"'\"'") + "'"


def join(split_command):
    return " ".join([quote(arg) for arg in split_command])


# The words of a line, as a shell takes them apart.
def split(s, comments=False, posix=True):
    if s is None:
        raise ValueError("s argument must not be None")
    words = []
    word = None
    quoted = ""
    place = 0
    while place < len(s):
        letter = s[place]
        place += 1
        if quoted:
            if letter == quoted:
                quoted = ""
            elif letter == "\\" and quoted == '"' and s[place:place + 1] in ('"', "\\"):
                word += s[place]
                place += 1
            else:
                word += letter
        elif letter in "'\"":
            quoted = letter
            word = word or ""
        elif letter == "\\":
            if place == len(s):
                raise ValueError("No escaped character")
            word = (word or "") + s[place]
            place += 1
        elif letter in " \t\r\n":
            if word is not None:
                words.append(word)
            word = None
        elif letter == "#" and comments:
            while place < len(s) and s[place] != "\n":
                place += 1
        else:
            word = (word or "") + letter
    if quoted:
        raise ValueError("No closing quotation")
    return words if word is None else words + [word]
