# What values look like, and text: those parts that call an object's own methods.


def __repr_of__(value):
    return __repr_in__(value, ())


def __repr_in__(value, within):
    text = __native_repr__(value, within)
    if text is not None:
        return text
    kind = __repr_kind__(value)
    if kind == "own":
        text = type(value).__repr__(value)
        if not isinstance(text, str):
            raise TypeError("__repr__ returned non-string (type " + type(text).__name__ + ")")
        return text
    if kind == "subclass":
        text = __repr_in__(__base_of__(value), within)
        if isinstance(value, set):
            return type(value).__name__ + "(" + text + ")"
        if isinstance(value, frozenset):
            return text.replace("frozenset", type(value).__name__, 1)
        return text
    if kind == "exception":
        return type(value).__name__ + "(" + __repr_items__(value.args, within) + ")"
    if kind == "method":
        return "<bound method " + value.__func__.__qualname__ + " of " + __repr_in__(value.__self__, within) + ">"
    if kind == "view":
        return type(value).__name__ + "([" + __repr_items__(value, within) + "])"
    if kind == "slice":
        return "slice(" + __repr_items__((value.start, value.stop, value.step), within) + ")"
    inside = within + (value,)
    if kind == "list":
        return "[" + __repr_items__(value, inside) + "]"
    if kind == "tuple":
        return "(" + __repr_items__(value, inside) + (",)" if len(value) == 1 else ")")
    if kind == "dict":
        parts = []
        for key, item in value.items():
            parts.append(__repr_in__(key, inside) + ": " + __repr_in__(item, inside))
        return "{" + ", ".join(parts) + "}"
    if kind == "set":
        return "{" + __repr_items__(value, inside) + "}"
    if kind == "frozenset":
        return "frozenset({" + __repr_items__(value, inside) + "})"
    return object.__repr__(value)


def __repr_items__(items, within):
    parts = []
    for item in items:
        parts.append(__repr_in__(item, within))
    return ", ".join(parts)


__showing__ = []


def __show_once__(value, show, instead):
    mark = (id(value), __ident__())
    if mark in __showing__:
        return instead
    __showing__.append(mark)
    try:
        return show(value)
    finally:
        __showing__.remove(mark)


def __str_of__(value):
    method = type(value).__str__
    if __is_python__(method):
        text = method(value)
        if not isinstance(text, str):
            raise TypeError("__str__ returned non-string (type " + type(text).__name__ + ")")
        return text
    if isinstance(value, BaseException):
        return __exception_text__(value)
    return __repr_of__(value)


def __exception_text__(value):
    args = value.args
    if len(args) == 0:
        return ""
    if len(args) > 1:
        return __repr_of__(args)
    if isinstance(value, KeyError):
        return __repr_of__(args[0])
    return str(args[0])


def __exception_repr__(value):
    return type(value).__name__ + "(" + __repr_items__(value.args, ()) + ")"


def __ascii_of__(value):
    return __only_ascii__(__repr_of__(value))


def __format_of__(value, spec):
    method = type(value).__format__
    if not __is_python__(method):
        return format(str(value), spec)
    text = method(value, spec)
    if not isinstance(text, str):
        raise TypeError("__format__ must return a str, not " + type(text).__name__)
    return text


def __new_str__(cls, value):
    return __wrap__(cls, str, str(value))


def __str_format__(template, args, names):
    return __expand__(template, args, names, 2, [0])


# How fields are numbered is kept in a list of one: how many there were without a number, or -1 once one had one.
def __expand__(template, args, names, depth, numbering):
    if depth == 0:
        raise ValueError("Max string recursion exceeded")
    parts = []
    for literal, name, conversion, spec in __fields__(template):
        parts.append(literal)
        if name is None:
            continue
        value = __field__(name, args, names, numbering)
        if conversion == "r":
            value = repr(value)
        elif conversion == "a":
            value = ascii(value)
        elif conversion == "s":
            value = str(value)
        elif conversion is not None:
            raise ValueError("Unknown conversion specifier " + conversion)
        if "{" in spec or "}" in spec:
            spec = __expand__(spec, args, names, depth - 1, numbering)
        parts.append(format(value, spec))
    return "".join(parts)


def __field__(name, args, names, numbering):
    first, steps = __split_field__(name)
    if first == "":
        if numbering[0] < 0:
            raise ValueError("cannot switch from manual field specification to automatic field numbering")
        first = numbering[0]
        numbering[0] = first + 1
    elif isinstance(first, int):
        if numbering[0] > 0:
            raise ValueError("cannot switch from automatic field numbering to manual field specification")
        numbering[0] = -1
    if not isinstance(first, int):
        value = names[first]
    elif args is None:
        raise ValueError("Format string contains positional fields")
    elif first < len(args):
        value = args[first]
    else:
        raise IndexError("Replacement index " + str(first) + " out of range for positional args tuple")
    for is_attribute, step in steps:
        value = getattr(value, step) if is_attribute else value[step]
    return value


def __percent__(template, values):
    plain, needs = __percent_needs__(template)
    named = False
    for key, kind in needs:
        if key is not None:
            named = True
    is_tuple = isinstance(values, tuple)
    if not is_tuple and not named:
        values = (values,)
    taken = 0
    converted = []
    for key, kind in needs:
        if key is not None:
            value = values[key]
        elif named or taken >= len(values):
            raise TypeError("not enough arguments for format string")
        else:
            value = values[taken]
            taken += 1
        if kind == "s":
            value = str(value)
        elif kind == "r":
            value = repr(value)
        elif kind == "a":
            value = ascii(value)
        elif kind in "diu" and (hasattr(value, "__int__") or hasattr(value, "__index__")):
            value = int(value)
        elif kind in "oxX" and hasattr(value, "__index__"):
            value = value.__index__()
        elif kind in "eEfFgG" and hasattr(value, "__float__"):
            value = float(value)
        converted.append(value)
    if not named and taken < len(values) and (is_tuple or not hasattr(values[0], "__getitem__")):
        raise TypeError("not all arguments converted during string formatting")
    return plain % tuple(converted)


def __join__(separator, iterable):
    if not __is_iterable__(iterable):
        raise TypeError("can only join an iterable")
    return separator.join([item for item in iterable])


def __translate__(text, table):
    parts = []
    for letter in text:
        try:
            found = table[ord(letter)]
        except LookupError:
            parts.append(letter)
            continue
        if isinstance(found, int):
            found = chr(found)
        if found is not None:
            parts.append(found)
    return "".join(parts)


# A method of bytes that text has, too: done with letters that stand for the bytes. Those that mean anything only as text are
# letters that mean nothing.
def __bytes_as_text__(data, name, args, named):
    if name == "translate":
        return __translated_bytes__(data, *args, **named)
    odd = [*range(28, 32), *range(128, 256)] + ([11, 12] if name == "splitlines" else [])
    there = {code: 57344 + code for code in odd}

    def text(value):
        if isinstance(value, tuple):
            return tuple([text(one) for one in value])
        if isinstance(value, int) and name in ("count", "index", "rfind", "rindex"):
            if not 0 <= value < 256:
                raise ValueError("byte must be in range(0, 256)")
            value = bytes([value])
        if isinstance(value, str):
            if name in ("startswith", "endswith"):
                raise TypeError(f"{name} first arg must be bytes or a tuple of bytes, not str")
            if name in ("count", "index", "rfind", "rindex"):
                raise TypeError("argument should be integer or bytes-like object, not 'str'")
            raise TypeError("a bytes-like object is required, not 'str'")
        if value is not None and not isinstance(value, int):
            value = bytes(value).decode("latin1").translate(there)
        return value

    def back(found):
        if isinstance(found, str):
            return found.translate({code: plain for plain, code in there.items()}).encode("latin1")
        if isinstance(found, (list, tuple)):
            return type(found)([back(one) for one in found])
        return found

    found = getattr(text(data), "find" if name == "index" else "rfind" if name == "rindex" else name)
    found = found(*[text(arg) for arg in args], **{key: text(value) for key, value in named.items()})
    if found == -1 and name in ("index", "rindex"):
        raise ValueError("subsection not found")
    return back(found)


def __translated_bytes__(data, table, /, delete=b""):
    if table is not None and len(table) != 256:
        raise ValueError("translation table must be 256 characters long")
    return bytes([code if table is None else table[code] for code in data if code not in delete])
