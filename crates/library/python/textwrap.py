def dedent(text):
    lines = [line if line.strip() else "" for line in text.split("\n")]
    margin = None
    for line in lines:
        if line:
            indent = line[:len(line) - len(line.lstrip(" \t"))]
            if margin is None:
                margin = indent
            while not indent.startswith(margin):
                margin = margin[:-1]
    return "\n".join([line[len(margin or ""):] for line in lines])


def indent(text, prefix, predicate=None):
    parts = []
    for line in text.splitlines(True):
        wanted = line.strip() if predicate is None else predicate(line)
        parts.append(prefix + line if wanted else line)
    return "".join(parts)


def _chunks(text):
    chunks = []
    for word in text.split(" "):
        start = 0
        for place in range(1, len(word) - 1):
            if word[place] == "-" and word[place - 1].isalpha() and word[place + 1].isalpha():
                chunks.append((word[start:place + 1], not start))
                start = place + 1
        if word[start:]:
            chunks.append((word[start:], not start))
    return chunks


def wrap(text, width=70, *, initial_indent="", subsequent_indent="", max_lines=None, placeholder=" [...]",
         break_long_words=True, **_options):
    if width <= 0:
        raise ValueError(f"invalid width {width!r} (must be > 0)")
    lines = []
    line = ""
    text = " ".join(text.expandtabs().split())
    pending = _chunks(text)
    while pending:
        start = subsequent_indent if lines else initial_indent
        room = width - len(start)
        line = ""
        while pending:
            word, spaced = pending[0]
            space = " " if line and spaced else ""
            if len(line) + len(space) + len(word) <= room:
                line += space + word
                pending.pop(0)
            else:
                if len(word) > room and (not line or break_long_words and len(line) + len(space) < room):
                    cut = room - len(line) - len(space) if break_long_words else len(word)
                    line += space + word[:max(cut, 1)]
                    pending[0] = (word[max(cut, 1):], False)
                    if not pending[0][0]:
                        pending.pop(0)
                break
        if max_lines is not None and len(lines) + 1 == max_lines and pending:
            while line and len(line) + len(placeholder) > room:
                line = line[:line.rfind(" ")] if " " in line else ""
            lines.append(start + line + placeholder if line else start + placeholder.lstrip())
            break
        lines.append(start + line)
    return lines


def fill(text, width=70, **options):
    return "\n".join(wrap(text, width, **options))


def shorten(text, width, **options):
    return fill(" ".join(text.split()), width, max_lines=1, **options)


class TextWrapper:
    def __init__(
        self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
        fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True, tabsize=8,
        *, max_lines=None, placeholder=" [...]",
    ):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.break_long_words = break_long_words
        self.max_lines = max_lines
        self.placeholder = placeholder

    def wrap(self, text):
        return wrap(text, **vars(self))

    def fill(self, text):
        return "\n".join(self.wrap(text))
