import sys as _sys


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts).pformat(object)


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts).pprint(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    return PrettyPrinter()._short(object, 0)


def isreadable(object):
    return True


def _key(value):
    return (str(type(value)), value)


def _ordered(values):
    try:
        return sorted(values)
    except TypeError:
        return sorted(values, key=lambda value: (str(type(value)), id(value)))


class PrettyPrinter:
    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
        if indent < 0:
            raise ValueError("indent must be >= 0")
        if not width:
            raise ValueError("width must be != 0")
        self._indent = indent
        self._width = width
        self._depth = depth
        self._stream = stream
        self._compact = compact
        self._sort_dicts = sort_dicts

    def pprint(self, object):
        stream = _sys.stdout if self._stream is None else self._stream
        stream.write(self.pformat(object) + "\n")

    def pformat(self, object):
        return self._format(object, 0, 0, 0)

    def _short(self, value, level):
        kind = type(value)
        if kind not in (dict, list, tuple, set, frozenset):
            return repr(value)
        if self._depth is not None and level >= self._depth and value:
            return {dict: "{...}", list: "[...]", tuple: "(...,)" if len(value) == 1 else "(...)"}.get(kind, "{...}")
        if kind is dict:
            items = self._items(value)
            return "{" + ", ".join([f"{self._short(k, level + 1)}: {self._short(v, level + 1)}" for k, v in items]) + "}"
        if kind in (list, tuple):
            inner = ", ".join([self._short(item, level + 1) for item in value])
            if kind is list:
                return f"[{inner}]"
            return f"({inner},)" if len(value) == 1 else f"({inner})"
        return repr(value)

    def _items(self, table):
        if not self._sort_dicts:
            return list(table.items())
        try:
            return sorted(table.items(), key=lambda item: item[0])
        except TypeError:
            return sorted(table.items(), key=lambda item: _key(item[0]))

    # A value that begins in a column, with so much that must follow it in its last line.
    def _format(self, value, column, after, level):
        text = self._short(value, level)
        if len(text) <= self._width - column - after:
            return text
        kind = type(value)
        if self._depth is not None and level >= self._depth:
            return text
        if kind is dict and value:
            return self._table(self._items(value), column, after, level)
        if kind is list and value:
            return "[" + self._sequence(value, column, after, level, "]")
        if kind is tuple and value:
            return "(" + self._sequence(value, column, after, level, ",)" if len(value) == 1 else ")")
        if kind is set and value:
            return "{" + self._sequence(_ordered(value), column, after, level, "}")
        if kind is frozenset and value:
            return "frozenset({" + self._sequence(_ordered(value), column + 10, after, level, "})")
        if kind is str and value:
            return self._text(value, column, after, level)
        if hasattr(kind, "__dataclass_fields__") and "__repr__" in kind.__dict__:
            return self._dataclass(value, column, after, level)
        return text

    def _table(self, items, column, after, level):
        parts = []
        for place, (key, value) in enumerate(items):
            name = self._short(key, level + 1)
            is_last = place == len(items) - 1
            inner = self._format(value, column + self._indent + len(name) + 2, after + 1 if is_last else 1, level + 1)
            parts.append(f"{name}: {inner}")
        start = "{" + " " * (self._indent - 1)
        return start + (",\n" + " " * (column + self._indent)).join(parts) + "}"

    def _sequence(self, items, column, after, level, end):
        inner = column + self._indent
        start = " " * (self._indent - 1)
        between = ",\n" + " " * inner
        items = list(items)
        if not self._compact:
            parts = []
            for place, item in enumerate(items):
                is_last = place == len(items) - 1
                parts.append(self._format(item, inner, after + len(end) if is_last else 1, level + 1))
            return start + between.join(parts) + end
        text = start
        most = left = self._width - inner + 1
        before = ""
        for place, item in enumerate(items):
            allowance = 1
            if place == len(items) - 1:
                allowance = after + len(end)
                most -= allowance
                left -= allowance
            short = self._short(item, level + 1)
            needed = len(short) + 2
            if left < needed:
                left = most
                if before:
                    before = between
            if left >= needed:
                left -= needed
                text += before + short
                before = ", "
            else:
                text += before + self._format(item, inner, allowance, level + 1)
                before = between
        return text + end

    def _text(self, text, column, after, level):
        if level == 0:
            column += 1
            after += 1
        chunks = []
        lines = text.splitlines(True)
        for number, line in enumerate(lines):
            room = self._width - column - (after if number == len(lines) - 1 else 0)
            whole = repr(line)
            if len(whole) <= room:
                chunks.append(whole)
                continue
            current = ""
            words = _words(line)
            for place, word in enumerate(words):
                candidate = current + word
                most = self._width - column
                if number == len(lines) - 1 and place == len(words) - 1:
                    most -= after
                if len(repr(candidate)) > most:
                    if current:
                        chunks.append(repr(current))
                    current = word
                else:
                    current = candidate
            if current:
                chunks.append(repr(current))
        if len(chunks) == 1:
            return chunks[0]
        joined = ("\n" + " " * column).join(chunks)
        return f"({joined})" if level == 0 else joined

    def _dataclass(self, value, column, after, level):
        name = type(value).__name__
        inner = column + len(name) + 1
        fields = [field.name for field in type(value).__dataclass_fields__.values() if field.repr]
        parts = []
        for place, field in enumerate(fields):
            is_last = place == len(fields) - 1
            shown = self._format(getattr(value, field), inner + len(field) + 1, after + 1 if is_last else 1, level + 1)
            parts.append(f"{field}={shown}")
        return f"{name}(" + (",\n" + " " * inner).join(parts) + ")"


def _words(line):
    words = []
    place = 0
    while place < len(line):
        end = place
        while end < len(line) and not line[end].isspace():
            end += 1
        while end < len(line) and line[end].isspace():
            end += 1
        words.append(line[place:end])
        place = end
    return words
