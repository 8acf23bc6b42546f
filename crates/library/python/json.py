_ESCAPES = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\f": "\\f", "\b": "\\b"}
_PLAIN = {'"': '"', "\\": "\\", "/": "/", "n": "\n", "r": "\r", "t": "\t", "f": "\f", "b": "\b"}


class JSONDecodeError(ValueError):
    def __init__(self, msg, doc, pos):
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = doc.count("\n", 0, pos) + 1
        self.colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, f"{msg}: line {self.lineno} column {self.colno} (char {pos})")


JSONDecodeError.__module__ = "json.decoder"


def _quote(text, ascii):
    parts = ['"']
    for letter in text:
        if letter in _ESCAPES:
            parts.append(_ESCAPES[letter])
        elif " " <= letter <= "~" or (letter > "~" and not ascii):
            parts.append(letter)
        else:
            code = ord(letter)
            if code > 0xFFFF:
                code -= 0x10000
                parts.append(f"\\u{0xD800 + (code >> 10):04x}\\u{0xDC00 + (code & 0x3FF):04x}")
            else:
                parts.append(f"\\u{code:04x}")
    parts.append('"')
    return "".join(parts)


class JSONEncoder:
    item_separator = ", "
    key_separator = ": "

    def __init__(self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False,
                 indent=None, separators=None, default=None):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = " " * indent if isinstance(indent, int) else indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        raise TypeError(f"Object of type {type(o).__name__} is not JSON serializable")

    def encode(self, o):
        return self._encode(o, "\n", ())

    def iterencode(self, o):
        return iter([self.encode(o)])

    def _plain(self, o):
        if isinstance(o, str):
            return _quote(o, self.ensure_ascii)
        if o is None:
            return "null"
        if o is True:
            return "true"
        if o is False:
            return "false"
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            if o != o or o in (float("inf"), float("-inf")):
                if not self.allow_nan:
                    raise ValueError("Out of range float values are not JSON compliant: " + repr(o))
                return "NaN" if o != o else "Infinity" if o > 0 else "-Infinity"
            return float.__repr__(o)
        return None

    def _encode(self, o, line, within):
        text = self._plain(o)
        if text is not None:
            return text
        for outer in within:
            if outer is o:
                raise ValueError("Circular reference detected")
        inner = within + (o,)
        deeper = "" if self.indent is None else line + self.indent
        if isinstance(o, (list, tuple)):
            if not o:
                return "[]"
            parts = [self._encode(item, line + (self.indent or ""), inner) for item in o]
            return "[" + deeper + (self.item_separator + deeper).join(parts) + ("]" if self.indent is None else line + "]")
        if isinstance(o, dict):
            if not o:
                return "{}"
            parts = []
            for key, value in sorted(o.items()) if self.sort_keys else o.items():
                if not isinstance(key, str):
                    name = self._plain(key)
                    if name is None:
                        if self.skipkeys:
                            continue
                        raise TypeError(
                            f"keys must be str, int, float, bool or None, not {type(key).__name__}"
                        )
                    key = name
                text = self._encode(value, line + (self.indent or ""), inner)
                parts.append(_quote(key, self.ensure_ascii) + self.key_separator + text)
            return "{" + deeper + (self.item_separator + deeper).join(parts) + ("}" if self.indent is None else line + "}")
        return self._encode(self.default(o), line, inner)


def dumps(obj, *, cls=None, **kw):
    return (cls or JSONEncoder)(**kw).encode(obj)


def dump(obj, fp, *, cls=None, **kw):
    fp.write(dumps(obj, cls=cls, **kw))


class JSONDecoder:
    def __init__(self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True,
                 object_pairs_hook=None):
        self._hook = object_hook
        self._pairs = object_pairs_hook
        self._float = parse_float or float
        self._int = parse_int or int

    def decode(self, s):
        value, end = self.raw_decode(s, _space(s, 0))
        end = _space(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return value

    def raw_decode(self, s, idx=0):
        letter = s[idx:idx + 1]
        if letter == '"':
            return _text(s, idx + 1)
        if letter == "{":
            return self._object(s, idx + 1)
        if letter == "[":
            return self._array(s, idx + 1)
        for word, value in (("null", None), ("true", True), ("false", False), ("NaN", float("nan")),
                            ("Infinity", float("inf")), ("-Infinity", float("-inf"))):
            if s.startswith(word, idx):
                return value, idx + len(word)
        end = idx + (letter == "-")
        if s[end:end + 1] == "0":
            end += 1
        else:
            end = _digits(s, end)
        if end == idx + (letter == "-"):
            raise JSONDecodeError("Expecting value", s, idx)
        whole = True
        if s[end:end + 1] == "." and _digits(s, end + 1) > end + 1:
            end = _digits(s, end + 1)
            whole = False
        if s[end:end + 1] in ("e", "E"):
            digits = end + 1 + (s[end + 1:end + 2] in ("+", "-"))
            if _digits(s, digits) > digits:
                end = _digits(s, digits)
                whole = False
        return (self._int if whole else self._float)(s[idx:end]), end

    def _object(self, s, at):
        pairs = []
        at = _space(s, at)
        if s[at:at + 1] == "}":
            at += 1
        else:
            while True:
                if s[at:at + 1] != '"':
                    raise JSONDecodeError("Expecting property name enclosed in double quotes", s, at)
                key, at = _text(s, at + 1)
                at = _space(s, at)
                if s[at:at + 1] != ":":
                    raise JSONDecodeError("Expecting ':' delimiter", s, at)
                value, at = self.raw_decode(s, _space(s, at + 1))
                pairs.append((key, value))
                at = _space(s, at)
                letter = s[at:at + 1]
                at += 1
                if letter == "}":
                    break
                if letter != ",":
                    raise JSONDecodeError("Expecting ',' delimiter", s, at - 1)
                comma = at - 1
                at = _space(s, at)
                if s[at:at + 1] == "}":
                    raise JSONDecodeError("Illegal trailing comma before end of object", s, comma)
        if self._pairs is not None:
            return self._pairs(pairs), at
        result = dict(pairs)
        return (result if self._hook is None else self._hook(result)), at

    def _array(self, s, at):
        items = []
        at = _space(s, at)
        if s[at:at + 1] == "]":
            return items, at + 1
        while True:
            value, at = self.raw_decode(s, at)
            items.append(value)
            at = _space(s, at)
            letter = s[at:at + 1]
            if letter == "]":
                return items, at + 1
            if letter != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, at)
            comma = at
            at = _space(s, at + 1)
            if s[at:at + 1] == "]":
                raise JSONDecodeError("Illegal trailing comma before end of array", s, comma)


def _space(s, at):
    while at < len(s) and s[at] in " \t\n\r":
        at += 1
    return at


def _digits(s, at):
    while at < len(s) and "0" <= s[at] <= "9":
        at += 1
    return at


def _text(s, at):
    begin = at - 1
    parts = []
    while True:
        quote = s.find('"', at)
        if quote < 0:
            raise JSONDecodeError("Unterminated string starting at", s, begin)
        slash = s.find("\\", at, quote)
        end = quote if slash < 0 else slash
        for place in range(at, end):
            if s[place] < " ":
                raise JSONDecodeError("Invalid control character at", s, place)
        parts.append(s[at:end])
        if slash < 0:
            return "".join(parts), quote + 1
        letter = s[slash + 1:slash + 2]
        at = slash + 2
        if letter == "u":
            code = _code(s, at)
            at += 4
            if 0xD800 <= code < 0xDC00 and s.startswith("\\u", at):
                low = _code(s, at + 2)
                if 0xDC00 <= low < 0xE000:
                    code = 0x10000 + ((code - 0xD800) << 10) + low - 0xDC00
                    at += 6
            parts.append(chr(code))
        elif letter in _PLAIN and letter:
            parts.append(_PLAIN[letter])
        else:
            raise JSONDecodeError("Invalid \\escape", s, slash)


def _code(s, at):
    try:
        return int(s[at:at + 4].ljust(4, "x"), 16)
    except ValueError:
        raise JSONDecodeError("Invalid \\uXXXX escape", s, at - 1) from None


def loads(s, *, cls=None, **kw):
    if isinstance(s, bytes):
        s = s.decode("utf-8")
    elif not isinstance(s, str):
        raise TypeError(f"the JSON object must be str, bytes or bytearray, not {type(s).__name__}")
    return (cls or JSONDecoder)(**kw).decode(s)


def load(fp, *, cls=None, **kw):
    return loads(fp.read(), cls=cls, **kw)
