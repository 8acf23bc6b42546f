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


class Formatter:
    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        parts, number = [], 0
        for literal, name, spec, conversion in self.parse(format_string):
            parts.append(literal)
            if name is None:
                continue
            if name == "" or name[0] in ".[":
                name, number = str(number) + name, number + 1
            value, key = self.get_field(name, args, kwargs)
            value = self.convert_field(value, conversion)
            parts.append(self.format_field(value, self.vformat(spec, args, kwargs) if "{" in spec else spec))
        return "".join(parts)

    def parse(self, format_string):
        return [(literal, name, spec, conversion) for literal, name, conversion, spec in __fields__(format_string)]

    def get_field(self, field_name, args, kwargs):
        first, steps = __split_field__(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attribute, step in steps:
            value = getattr(value, step) if is_attribute else value[step]
        return value, first

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def convert_field(self, value, conversion):
        convert = {None: lambda value: value, "s": str, "r": repr, "a": ascii}.get(conversion)
        if convert is None:
            raise ValueError(f"Unknown conversion specifier {conversion}")
        return convert(value)

    def format_field(self, value, format_spec):
        return format(value, format_spec)
