# Whether a program matches a text from a place on: the places where its groups begin and end, or None.
def _run(code, text, place, end, saved, full=False, not_at=-1):
    choices = []
    marks = []
    at = 0
    while True:
        step = code[at]
        kind = step[0]
        ok = True
        if kind == "one":
            ok = place < end and step[1](text[place])
            place += 1
        elif kind == "many":
            test, least, most, greedy = step[1:]
            stop = place
            limit = min(end, place + (most if greedy else least))
            while stop < limit and test(text[stop]):
                stop += 1
            ok = stop - place >= least
            if ok and greedy:
                if stop > place + least:
                    choices.append((at + 1, stop - 1, place + least, None, saved, marks))
                place = stop
            elif ok:
                if stop < end and least < most:
                    choices.append((at + 1, stop, place + most, test, saved, marks))
                place = stop
        elif kind == "split":
            choices.append((at + step[2], place, None, None, saved, marks))
            at += step[1]
            continue
        elif kind == "jump":
            at += step[1]
            continue
        elif kind == "save":
            saved = saved.copy()
            saved[step[1]] = place
        elif kind == "mark":
            marks = marks + [place]
        elif kind == "moved":
            ok = marks[-1] != place
            marks = marks[:-1]
        elif kind == "begin":
            ok = place == 0 or text[place - 1] == "\n"
        elif kind == "very_begin":
            ok = place == 0
        elif kind == "end":
            ok = place == end or place == end - 1 and text[place] == "\n" or step[1] and text[place] == "\n"
        elif kind == "very_end":
            ok = place == end
        elif kind == "border":
            is_word = _is_ascii_word if step[2] else _is_word
            before = place > 0 and is_word(text[place - 1])
            after = place < end and is_word(text[place])
            ok = (before != after) == step[1]
        elif kind == "again":
            first, last = saved[2 * step[1]], saved[2 * step[1] + 1]
            ok = first is not None and last is not None
            if ok:
                said = text[first:last]
                here = text[place : place + len(said)]
                ok = here == said or step[2] and here.lower() == said.lower()
                place += len(said)
        elif kind == "look":
            start = place - step[2]
            inner = _run(step[1], text, start, end, saved) if start >= 0 else None
            ok = (inner is not None) == step[3]
            if ok and inner is not None:
                saved = inner
        elif kind == "found":
            if (not full or place == end) and place != not_at:
                saved = saved.copy()
                saved[1] = place
                return saved
            ok = False
        else:
            ok = False
        if ok:
            at += 1
            continue
        # The last choice that was made is made in another way.
        if not choices:
            return None
        at, place, other, test, saved, marks = choices.pop()
        if other is not None and test is None:
            if place > other:
                choices.append((at, place - 1, other, None, saved, marks))
        elif other is not None:
            if place < min(end, other) and test(text[place]):
                place += 1
                choices.append((at, place, other, test, saved, marks))
            else:
                at = _failure(code)


# An instruction that never succeeds stands behind every program.
def _failure(code):
    return len(code) - 1


class Match:
    def __init__(self, pattern, text, places, pos, endpos):
        self.re = pattern
        self.string = text
        self._places = places
        self.pos = pos
        self.endpos = endpos

    def _number(self, group):
        if isinstance(group, str):
            if group not in self.re.groupindex:
                raise IndexError("no such group")
            return self.re.groupindex[group]
        if not 0 <= group <= self.re.groups:
            raise IndexError("no such group")
        return group

    def start(self, group=0):
        place = self.span(group)[0]
        return place

    def end(self, group=0):
        return self.span(group)[1]

    def span(self, group=0):
        number = self._number(group)
        first, last = self._places[2 * number], self._places[2 * number + 1]
        return (-1, -1) if first is None or last is None else (first, last)

    def _text(self, group, default=None):
        first, last = self.span(group)
        return default if first < 0 else self.string[first:last]

    def group(self, *groups):
        if len(groups) > 1:
            return tuple([self._text(group) for group in groups])
        return self._text(groups[0] if groups else 0)

    def __getitem__(self, group):
        return self._text(group)

    def groups(self, default=None):
        return tuple([self._text(number, default) for number in range(1, self.re.groups + 1)])

    def groupdict(self, default=None):
        return {name: self._text(number, default) for name, number in self.re.groupindex.items()}

    @property
    def lastindex(self):
        ended = [(self._places[2 * n + 1], -n) for n in range(1, self.re.groups + 1) if self._places[2 * n + 1] is not None]
        return -max(ended)[1] if ended else None

    @property
    def lastgroup(self):
        for name, number in self.re.groupindex.items():
            if number == self.lastindex:
                return name
        return None

    def expand(self, template):
        return _filled(template, self)

    def __bool__(self):
        return True

    def __repr__(self):
        return f"<re.Match object; span={self.span()}, match={self.group()!r}>"


class Pattern:
    def __init__(self, pattern, flags):
        if not isinstance(pattern, str):
            raise TypeError("only patterns of text are supported by Interleave")
        parser = _Parser(pattern, flags)
        code = parser.whole()
        self._code = code + [("found",), ("fail",)]
        self.pattern = pattern
        self.flags = parser.flags | U
        self.groups = parser.groups
        self.groupindex = parser.names

    def _at(self, text, place, end, pos, full=False, not_at=-1):
        saved = [None] * (2 * self.groups + 2)
        saved[0] = place
        saved = _run(self._code, text, place, end, saved, full, not_at)
        return None if saved is None else Match(self, text, saved, pos, end)

    def _bounds(self, text, pos, endpos):
        if not isinstance(text, str):
            raise TypeError(f"expected string or bytes-like object, got {type(text).__name__!r}")
        return max(0, pos), min(len(text), endpos)

    def match(self, string, pos=0, endpos=_ENDLESS):
        pos, end = self._bounds(string, pos, endpos)
        return self._at(string, pos, end, pos)

    def fullmatch(self, string, pos=0, endpos=_ENDLESS):
        pos, end = self._bounds(string, pos, endpos)
        return self._at(string, pos, end, pos, True)

    def search(self, string, pos=0, endpos=_ENDLESS):
        pos, end = self._bounds(string, pos, endpos)
        return self._search(string, pos, end, -1)

    # A match that does not end at `not_at`, so that none is found twice.
    def _search(self, string, pos, end, not_at):
        first = self._code[0]
        for place in range(pos, end + 1):
            # Most places are ruled out by the first letter.
            if first[0] == "one" and (place >= end or not first[1](string[place])):
                continue
            found = self._at(string, place, end, pos, False, not_at if place == pos else -1)
            if found:
                return found
        return None

    def finditer(self, string, pos=0, endpos=_ENDLESS):
        place, end = self._bounds(string, pos, endpos)
        not_at = -1
        while place <= end:
            found = self._search(string, place, end, not_at)
            if not found:
                return
            yield found
            place = found.end()
            not_at = place if found.start() == place else -1

    def findall(self, string, pos=0, endpos=_ENDLESS):
        found = []
        for match in self.finditer(string, pos, endpos):
            if self.groups == 0:
                found.append(match.group())
            elif self.groups == 1:
                found.append(match._text(1, ""))
            else:
                found.append(match.groups(""))
        return found

    def split(self, string, maxsplit=0):
        parts = []
        place = 0
        for match in self.finditer(string):
            if maxsplit and len(parts) // (self.groups + 1) >= maxsplit:
                break
            parts.append(string[place : match.start()])
            parts += match.groups()
            place = match.end()
        parts.append(string[place:])
        return parts

    def subn(self, repl, string, count=0):
        parts = []
        place = 0
        done = 0
        for match in self.finditer(string):
            if count and done >= count:
                break
            parts.append(string[place : match.start()])
            parts.append(repl(match) if callable(repl) else _filled(repl, match))
            place = match.end()
            done += 1
        parts.append(string[place:])
        return "".join(parts), done

    def sub(self, repl, string, count=0):
        return self.subn(repl, string, count)[0]

    def __repr__(self):
        names = [name for name, flag in _SHOWN if self.flags & flag]
        flags = ", " + "|".join([f"re.{name}" for name in names]) if names else ""
        return f"re.compile({self.pattern!r}{flags})"

    def __eq__(self, other):
        return isinstance(other, Pattern) and (self.pattern, self.flags) == (other.pattern, other.flags)

    def __hash__(self):
        return hash((self.pattern, self.flags))


_SHOWN = (("IGNORECASE", I), ("MULTILINE", M), ("DOTALL", S), ("VERBOSE", X), ("ASCII", A))


# A template of `sub` with the groups of a match.
def _filled(template, match):
    if "\\" not in template:
        return template
    text = ""
    place = 0
    while place < len(template):
        letter = template[place]
        place += 1
        if letter != "\\" or place == len(template):
            text += letter
            continue
        letter = template[place]
        place += 1
        if letter == "g" and template[place : place + 1] == "<":
            end = template.find(">", place)
            name = template[place + 1 : end]
            if name.isdecimal():
                name = int(name)
            elif name not in match.re.groupindex:
                raise IndexError(f"unknown group name {name!r}")
            text += match._text(name, "")
            place = end + 1
        elif letter.isdecimal() and letter != "0":
            number = letter
            if template[place : place + 1].isdecimal():
                number += template[place]
                place += 1
            if int(number) > match.re.groups:
                raise PatternError(f"invalid group reference {number}", template, place - len(number))
            text += match._text(int(number), "")
        elif letter in "nrtfva0\\":
            text += {"n": "\n", "r": "\r", "t": "\t", "f": "\f", "v": "\v", "a": "\a", "0": "\0", "\\": "\\"}[letter]
        elif letter.isascii() and letter.isalpha():
            raise PatternError(f"bad escape \\{letter}", template, place - 2)
        else:
            text += "\\" + letter
    return text


_known = {}


def compile(pattern, flags=0):
    if isinstance(pattern, Pattern):
        if flags:
            raise ValueError("cannot process flags argument with a compiled pattern")
        return pattern
    key = (pattern, int(flags))
    if key not in _known:
        _known[key] = Pattern(pattern, int(flags))
    return _known[key]


def purge():
    _known.clear()


def match(pattern, string, flags=0):
    return compile(pattern, flags).match(string)


def fullmatch(pattern, string, flags=0):
    return compile(pattern, flags).fullmatch(string)


def search(pattern, string, flags=0):
    return compile(pattern, flags).search(string)


def findall(pattern, string, flags=0):
    return compile(pattern, flags).findall(string)


def finditer(pattern, string, flags=0):
    return compile(pattern, flags).finditer(string)


def split(pattern, string, maxsplit=0, flags=0):
    return compile(pattern, flags).split(string, maxsplit)


def sub(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).sub(repl, string, count)


def subn(pattern, repl, string, count=0, flags=0):
    return compile(pattern, flags).subn(repl, string, count)


def escape(pattern):
    return "".join(["\\" + letter if letter in "()[]{}?*+-|^$\\.&~# \t\n\r\v\f" else letter for letter in pattern])
