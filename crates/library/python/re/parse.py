# A pattern is compiled to a list of instructions for a matcher that goes back on its steps: tuples of which the first
# item says what is done.

NOFLAG = 0
TEMPLATE = T = 1
IGNORECASE = I = 2
LOCALE = L = 4
MULTILINE = M = 8
DOTALL = S = 16
UNICODE = U = 32
VERBOSE = X = 64
DEBUG = 128
ASCII = A = 256
RegexFlag = int

_LETTERS = {"i": I, "m": M, "s": S, "x": X, "a": A, "u": U, "L": L}
_ENDLESS = 1 << 60


class PatternError(Exception):
    __module__ = "re"

    def __init__(self, msg, pattern=None, pos=None):
        self.msg = msg
        self.pattern = pattern
        self.pos = pos
        if pattern is not None and pos is not None:
            msg = f"{msg} at position {pos}"
            if "\n" in pattern:
                line = pattern.count("\n", 0, pos) + 1
                msg += f" (line {line}, column {pos - pattern.rfind(chr(10), 0, pos)})"
        Exception.__init__(self, msg)


error = PatternError


def _is_word(letter):
    return letter.isalnum() or letter == "_"


def _is_ascii_word(letter):
    return letter.isascii() and _is_word(letter)


def _category(letter, flags):
    kind = letter.lower()
    if kind == "d":
        test = str.isdecimal
    elif kind == "w":
        test = _is_ascii_word if flags & A else _is_word
    else:
        test = str.isspace
    return test if letter == kind else lambda one: not test(one)


def _folded(letter):
    return letter.lower()


class _Parser:
    def __init__(self, pattern, flags):
        self.text = pattern
        self.place = 0
        self.flags = flags
        self.groups = 0
        self.names = {}
        self.open = []

    def wrong(self, message, place=None):
        return PatternError(message, self.text, self.place if place is None else place)

    def peek(self):
        return self.text[self.place] if self.place < len(self.text) else ""

    def take(self, wanted):
        if self.text.startswith(wanted, self.place):
            self.place += len(wanted)
            return True
        return False

    def until(self, end, what):
        stop = self.text.find(end, self.place)
        if stop < 0:
            raise self.wrong(f"missing {end}, unterminated name")
        found = self.text[self.place : stop]
        if not found:
            raise self.wrong(f"missing {what}")
        self.place = stop + 1
        return found

    def whole(self):
        code = self.choice()
        if self.place < len(self.text):
            raise self.wrong("unbalanced parenthesis")
        return code

    # Alternatives.
    def choice(self):
        branches = [self.sequence()]
        while self.take("|"):
            branches.append(self.sequence())
        code = branches[-1]
        for branch in reversed(branches[:-1]):
            code = [("split", 1, len(branch) + 2)] + branch + [("jump", len(code) + 1)] + code
        return code

    def sequence(self):
        code = []
        while self.place < len(self.text) and self.peek() not in "|)":
            if self.flags & X:
                letter = self.peek()
                if letter.isspace():
                    self.place += 1
                    continue
                if letter == "#":
                    end = self.text.find("\n", self.place)
                    self.place = len(self.text) if end < 0 else end + 1
                    continue
            start = self.place
            atom = self.atom()
            code += self.repeated(atom, start)
        return code

    def repeated(self, atom, start):
        place = self.place
        bounds = self.bounds()
        if bounds is None:
            return atom
        least, most = bounds
        if not atom or atom[0][0] in ("begin", "end", "very_begin", "very_end"):
            raise self.wrong("nothing to repeat", start if not atom else place)
        greedy = not self.take("?")
        if greedy and self.take("+"):
            pass
        if self.peek() in ("*", "+", "?") and self.peek():
            raise self.wrong("multiple repeat")
        if len(atom) == 1 and atom[0][0] == "one":
            return [("many", atom[0][1], least, most, greedy)]
        code = atom * min(least, 1000)
        if most == _ENDLESS:
            # A round that takes nothing is the last one.
            rounds = [("mark",)] + atom + [("moved",)]
            first, second = (1, len(rounds) + 2) if greedy else (len(rounds) + 2, 1)
            return code + [("split", first, second)] + rounds + [("jump", -len(rounds) - 1)]
        for left in range(most - least, 0, -1):
            rest = left * (len(atom) + 1)
            first, second = (1, rest) if greedy else (rest, 1)
            code += [("split", first, second)] + atom
        return code

    def bounds(self):
        if self.take("*"):
            return 0, _ENDLESS
        if self.take("+"):
            return 1, _ENDLESS
        if self.take("?"):
            return 0, 1
        if self.peek() == "{":
            end = self.text.find("}", self.place)
            inner = self.text[self.place + 1 : end] if end > 0 else ""
            low, comma, high = inner.partition(",")
            if (low.isdecimal() or (comma and not low)) and (high.isdecimal() or not high) and (low or high):
                least = int(low or 0)
                most = least if not comma else int(high) if high else _ENDLESS
                if most < least:
                    raise self.wrong("min repeat greater than max repeat", self.place + 1)
                self.place = end + 1
                return least, most
        return None

    def atom(self):
        letter = self.peek()
        self.place += 1
        if letter == "(":
            return self.group()
        if letter == "[":
            return [("one", self.set())]
        if letter == ".":
            return [("one", (lambda one: True) if self.flags & S else (lambda one: one != "\n"))]
        if letter == "^":
            return [("begin",) if self.flags & M else ("very_begin",)]
        if letter == "$":
            return [("end", self.flags & M)]
        if letter == "\\":
            return self.escape()
        if letter in "*+?":
            raise self.wrong("nothing to repeat", self.place - 1)
        return [self.letter(letter)]

    def letter(self, letter):
        if self.flags & I and letter.lower() != letter.upper():
            wanted = _folded(letter)
            return ("one", lambda one: _folded(one) == wanted)
        return ("one", lambda one: one == letter)

    def escape(self):
        if self.place >= len(self.text):
            raise self.wrong("bad escape (end of pattern)", self.place - 1)
        letter = self.peek()
        self.place += 1
        if letter in "dDwWsS":
            return [("one", _category(letter, self.flags))]
        if letter == "A":
            return [("very_begin",)]
        if letter == "Z":
            return [("very_end",)]
        if letter in "bB":
            return [("border", letter == "b", self.flags & A)]
        if letter.isdecimal() and letter != "0":
            number = letter
            if self.peek().isdecimal():
                number += self.peek()
                self.place += 1
            if int(number) > self.groups:
                raise self.wrong(f"invalid group reference {number}", self.place - len(number))
            return [("again", int(number), self.flags & I)]
        self.place -= 1
        return [self.letter(self.escaped())]

    # A letter that stands for itself or for one that cannot be written.
    def escaped(self):
        start = self.place - 1
        letter = self.peek()
        self.place += 1
        if letter in "abfnrtv0\\" and letter != "b":
            return {"a": "\a", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "0": "\0", "\\": "\\"}[letter]
        if letter in "xuU":
            size = {"x": 2, "u": 4, "U": 8}[letter]
            digits = self.text[self.place : self.place + size]
            self.place += size
            try:
                return chr(int(digits, 16))
            except ValueError:
                raise self.wrong(f"incomplete escape \\{letter}{digits}", start) from None
        if letter.isascii() and letter.isalnum():
            raise self.wrong(f"bad escape \\{letter}", start)
        return letter

    def set(self):
        start = self.place - 1
        negated = self.take("^")
        letters, ranges, tests = set(), [], []
        first = True
        while first or self.peek() != "]":
            if self.place >= len(self.text):
                raise self.wrong("unterminated character set", start)
            first = False
            low = self.set_item(tests)
            if low is None:
                continue
            after = self.text[self.place : self.place + 2]
            if after[:1] == "-" and after[1:] not in ("", "]"):
                self.place += 1
                begin = self.place
                high = self.set_item(tests)
                if high is None or high < low:
                    raise self.wrong(f"bad character range {low}-{self.text[begin:self.place]}", begin - 2)
                ranges.append((low, high))
            else:
                letters.add(low)
        self.place += 1
        ignores = self.flags & I

        def is_in(one):
            if one in letters or any([low <= one <= high for low, high in ranges]):
                return True
            return any([test(one) for test in tests])

        def matches(one):
            found = is_in(one) or ignores and (is_in(one.lower()) or is_in(one.upper()))
            return bool(found) != negated

        if not ranges and not tests and not ignores:
            return (lambda one: one not in letters) if negated else (lambda one: one in letters)
        return matches

    def set_item(self, tests):
        letter = self.peek()
        self.place += 1
        if letter != "\\":
            return letter
        if self.peek() in "dDwWsS" and self.peek():
            tests.append(_category(self.peek(), self.flags))
            self.place += 1
            return None
        if self.take("b"):
            return "\b"
        return self.escaped()

    def group(self):
        start = self.place - 1
        name = None
        if not self.take("?"):
            return self.capture(start, None)
        if self.take("P<"):
            name = self.until(">", "group name")
            if not name.isidentifier():
                raise self.wrong(f"bad character in group name {name!r}", start + 4)
            if name in self.names:
                number = self.groups + 1
                message = f"redefinition of group name {name!r} as group {number}; was group {self.names[name]}"
                raise self.wrong(message, start + 4)
            return self.capture(start, name)
        if self.take("P="):
            name = self.until(")", "group name")
            if name not in self.names:
                raise self.wrong(f"unknown group name {name!r}", start + 4)
            return [("again", self.names[name], self.flags & I)]
        if self.take(":"):
            return self.closed(start)
        if self.take("#"):
            self.place = self.text.find(")", self.place) + 1
            if not self.place:
                raise self.wrong("missing ), unterminated comment", start)
            return []
        for mark, back, wanted in (("=", False, True), ("!", False, False), ("<=", True, True), ("<!", True, False)):
            if self.take(mark):
                inner = self.closed(start)
                return [("look", inner + [("found",), ("fail",)], self.width(inner) if back else 0, wanted)]
        if self.take(">"):
            return self.closed(start)
        return self.options(start)

    def width(self, code):
        total = 0
        for step in code:
            if step[0] == "one":
                total += 1
            elif step[0] == "many" and step[2] == step[3]:
                total += step[2]
            elif step[0] not in ("save", "begin", "end", "border", "look", "very_begin", "very_end"):
                raise PatternError("look-behind requires fixed-width pattern")
        return total

    def options(self, start):
        on, off, target = 0, 0, True
        while self.peek() not in (":", ")"):
            letter = self.peek()
            self.place += 1
            if letter == "-":
                target = False
            elif letter not in _LETTERS:
                raise self.wrong("unknown extension ?" + letter, start + 1)
            elif target:
                on |= _LETTERS[letter]
            else:
                off |= _LETTERS[letter]
        before = self.flags
        self.flags = (self.flags | on) & ~off
        if self.take(")"):
            return []
        self.place += 1
        code = self.closed(start)
        self.flags = before
        return code

    def capture(self, start, name):
        self.groups += 1
        number = self.groups
        if name is not None:
            self.names[name] = number
        return [("save", 2 * number)] + self.closed(start) + [("save", 2 * number + 1)]

    def closed(self, start):
        flags = self.flags
        code = self.choice()
        self.flags = flags
        if not self.take(")"):
            raise self.wrong("missing ), unterminated subpattern", start)
        return code
