class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class DecimalTuple(tuple):
    def __new__(cls, sign, digits, exponent):
        self = tuple.__new__(cls, (sign, digits, exponent))
        self.sign, self.digits, self.exponent = sign, digits, exponent
        return self

    def __repr__(self):
        return f"DecimalTuple(sign={self.sign}, digits={self.digits}, exponent={self.exponent!r})"


def _make(negative, digits, power, special=None):
    made = object.__new__(Decimal)
    made._set(negative, digits, power, special)
    return made


def _special(value):
    return Decimal(value)


def _operand(value):
    if isinstance(value, Decimal):
        return value
    return Decimal(value) if isinstance(value, int) else NotImplemented


def _comparable(value):
    return Decimal(value) if isinstance(value, float) else _operand(value)


def _wide():
    return Context(10**6, getcontext().rounding)


# Text of a number, laid out as the part of a format before its precision says.
def _laid_out(text, layout):
    fill, align = " ", ">"
    if len(layout) > 1 and layout[1] in "<>=^":
        fill, align, layout = layout[0], layout[1], layout[2:]
    elif layout[:1] in ("<", ">", "=", "^"):
        align, layout = layout[0], layout[1:]
    sign = ""
    if layout[:1] in ("+", "-", " "):
        sign, layout = layout[0], layout[1:]
    if layout.startswith("0"):
        fill, align, layout = "0", "=", layout[1:]
    separator = ""
    if layout[-1:] in (",", "_"):
        separator, layout = layout[-1], layout[:-1]
    minus = text.startswith("-")
    body = text[1:] if minus else text
    if separator:
        whole, point, rest = body.partition(".")
        body = f"{int(whole):{separator}}" + point + rest
    lead = "-" if minus else "" if sign in ("", "-") else sign
    width = int(layout or 0)
    missing = max(0, width - len(lead) - len(body))
    if align == "=":
        return lead + fill * missing + body
    if align == "<":
        return lead + body + fill * missing
    if align == "^":
        return fill * (missing // 2) + lead + body + fill * (missing - missing // 2)
    return fill * missing + lead + body


