def IS_LINE_JUNK(line, pat=None):
    return line.strip() in ("", "#")


def IS_CHARACTER_JUNK(ch, ws=" \t"):
    return ch in ws


def _range(start, stop, is_unified):
    begin, length = start + 1, stop - start
    if is_unified and length == 1:
        return f"{begin}"
    if not length:
        begin -= 1
    if is_unified:
        return f"{begin},{length}"
    return f"{begin}" if length <= 1 else f"{begin},{begin + length - 1}"


def _check_lines(a, b, *texts):
    for lines in (a, b):
        if lines and not isinstance(lines[0], str):
            raise TypeError(f"lines to compare must be str, not {type(lines[0]).__name__} ({lines[0]!r})")
    for text in texts:
        if not isinstance(text, str):
            raise TypeError(f"all arguments must be str, not: {text!r}")


def _heads(marks, files, dates, end):
    for mark, file, date in zip(marks, files, dates):
        yield f"{mark} {file}{chr(9) + date if date else ''}{end}"


def unified_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    _check_lines(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    begun = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not begun:
            begun = True
            yield from _heads(("---", "+++"), (fromfile, tofile), (fromfiledate, tofiledate), lineterm)
        first, last = group[0], group[-1]
        yield f"@@ -{_range(first[1], last[2], True)} +{_range(first[3], last[4], True)} @@{lineterm}"
        for tag, i1, i2, j1, j2 in group:
            if tag == "equal":
                yield from [" " + line for line in a[i1:i2]]
                continue
            if tag in ("replace", "delete"):
                yield from ["-" + line for line in a[i1:i2]]
            if tag in ("replace", "insert"):
                yield from ["+" + line for line in b[j1:j2]]


def context_diff(a, b, fromfile="", tofile="", fromfiledate="", tofiledate="", n=3, lineterm="\n"):
    _check_lines(a, b, fromfile, tofile, fromfiledate, tofiledate, lineterm)
    marks = {"insert": "+ ", "delete": "- ", "replace": "! ", "equal": "  "}
    begun = False
    for group in SequenceMatcher(None, a, b).get_grouped_opcodes(n):
        if not begun:
            begun = True
            yield from _heads(("***", "---"), (fromfile, tofile), (fromfiledate, tofiledate), lineterm)
        first, last = group[0], group[-1]
        yield "***************" + lineterm
        yield f"*** {_range(first[1], last[2], False)} ****{lineterm}"
        if any([code[0] in ("replace", "delete") for code in group]):
            for tag, i1, i2, _, _ in group:
                if tag != "insert":
                    yield from [marks[tag] + line for line in a[i1:i2]]
        yield f"--- {_range(first[3], last[4], False)} ----{lineterm}"
        if any([code[0] in ("replace", "insert") for code in group]):
            for tag, _, _, j1, j2 in group:
                if tag != "delete":
                    yield from [marks[tag] + line for line in b[j1:j2]]


# A line of marks keeps the tabs of the line above it.
def _keep_tabs(line, marks):
    return "".join([c if mark == " " and c.isspace() else mark for c, mark in zip(line, marks)]).rstrip()


class Differ:
    def __init__(self, linejunk=None, charjunk=None):
        self.linejunk = linejunk
        self.charjunk = charjunk

    def compare(self, a, b):
        for tag, alo, ahi, blo, bhi in SequenceMatcher(self.linejunk, a, b).get_opcodes():
            if tag == "replace":
                yield from self._replaced(a, alo, ahi, b, blo, bhi)
            elif tag == "delete":
                yield from self._marked("-", a, alo, ahi)
            elif tag == "insert":
                yield from self._marked("+", b, blo, bhi)
            else:
                yield from self._marked(" ", a, alo, ahi)

    def _marked(self, mark, lines, low, high):
        for place in range(low, high):
            yield f"{mark} {lines[place]}"

    def _plainly(self, a, alo, ahi, b, blo, bhi):
        if bhi - blo < ahi - alo:
            yield from self._marked("+", b, blo, bhi)
            yield from self._marked("-", a, alo, ahi)
        else:
            yield from self._marked("-", a, alo, ahi)
            yield from self._marked("+", b, blo, bhi)

    # Which line each new one was made of: of those that are near, the most alike.
    def _replaced(self, a, alo, ahi, b, blo, bhi):
        least = 0.74999
        reach = 10
        matcher = SequenceMatcher(self.charjunk)
        i_done, j_done = alo, blo
        middle = None
        for j in range(blo, bhi):
            matcher.set_seq2(b[j])
            near = alo + (j - blo)
            best, partner, equal = least, None, False
            for i in range(max(i_done, near - reach), min(ahi, near + reach + 1)):
                if a[i] == b[j]:
                    if not equal:
                        best, partner, equal = 1.0, i, True
                        break
                matcher.set_seq1(a[i])
                if matcher.real_quick_ratio() > best and matcher.quick_ratio() > best and matcher.ratio() > best:
                    best, partner = matcher.ratio(), i
            if partner is None:
                continue
            yield from self._around(a, i_done, partner, b, j_done, j)
            if equal:
                yield "  " + a[partner]
            else:
                yield from self._compared(a[partner], b[j], matcher)
            i_done, j_done = partner + 1, j + 1
        yield from self._around(a, i_done, ahi, b, j_done, bhi)

    def _compared(self, old, new, matcher):
        matcher.set_seqs(old, new)
        below_old = below_new = ""
        for tag, i1, i2, j1, j2 in matcher.get_opcodes():
            first, second = {"replace": "^^", "delete": "- ", "insert": " +", "equal": "  "}[tag]
            below_old += first * (i2 - i1)
            below_new += second * (j2 - j1)
        below_old, below_new = _keep_tabs(old, below_old), _keep_tabs(new, below_new)
        yield "- " + old
        if below_old:
            yield f"? {below_old}\n"
        yield "+ " + new
        if below_new:
            yield f"? {below_new}\n"

    def _around(self, a, alo, ahi, b, blo, bhi):
        if alo < ahi and blo < bhi:
            yield from self._plainly(a, alo, ahi, b, blo, bhi)
        else:
            yield from self._marked("-", a, alo, ahi)
            yield from self._marked("+", b, blo, bhi)


def ndiff(a, b, linejunk=None, charjunk=IS_CHARACTER_JUNK):
    return Differ(linejunk, charjunk).compare(a, b)


def restore(delta, which):
    if which not in (1, 2):
        raise ValueError(f"unknown delta choice (must be 1 or 2): {which!r}")
    for line in delta:
        if line[:2] in ("  ", "- " if which == 1 else "+ "):
            yield line[2:]
