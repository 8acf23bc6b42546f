whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdefABCDEF"
octdigits = "01234567"
punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])


class Template:
    delimiter = "$"

    def __init__(self, template):
        self.template = template

    def substitute(self, mapping={}, /, **names):
        return self._fill({**mapping, **names}, True)

    def safe_substitute(self, mapping={}, /, **names):
        return self._fill({**mapping, **names}, False)

    def _fill(self, names, strict):
        text = self.template
        parts = []
        place = 0
        while True:
            at = text.find(self.delimiter, place)
            if at < 0:
                return "".join(parts) + text[place:]
            parts.append(text[place:at])
            place = at + 1
            if text[place:place + 1] == self.delimiter:
                parts.append(self.delimiter)
                place += 1
                continue
            braced = text[place:place + 1] == "{"
            start = place + braced
            end = start
            while end < len(text) and text[end].isascii() and (text[end].isalnum() or text[end] == "_"):
                end += 1
            name = text[start:end]
            if not name or name[0].isdigit() or braced and text[end:end + 1] != "}":
                if strict:
                    line = text.count("\n", 0, at) + 1
                    column = at - text.rfind("\n", 0, at)
                    raise ValueError(f"Invalid placeholder in string: line {line}, col {column}")
                parts.append(self.delimiter)
                continue
            place = end + braced
            if strict or name in names:
                parts.append(str(names[name]))
            else:
                parts.append(text[at:place])
