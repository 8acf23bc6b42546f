import math as _math


class error(Exception):
    pass


_SIZES = {"x": 1, "c": 1, "b": 1, "B": 1, "?": 1, "h": 2, "H": 2, "i": 4, "I": 4, "l": 4, "L": 4, "q": 8, "Q": 8,
          "e": 2, "f": 4, "d": 8, "s": 1, "p": 1}
# Bits of the exponent and of the fraction.
_FLOATS = {"e": (5, 10), "f": (8, 23), "d": (11, 52)}


# The fields of a format: (letter, count, size, padding before it), and the order of bytes.
def _read(format):
    format = format.decode() if isinstance(format, bytes) else format
    mode = format[:1] if format[:1] in ("@", "=", "<", ">", "!") else ""
    native = mode in ("", "@")
    sizes = {**_SIZES, "l": 8, "L": 8, "n": 8, "N": 8, "P": 8} if native else _SIZES
    fields, place, digits = [], 0, ""
    for letter in format[len(mode):]:
        if letter.isdigit():
            digits += letter
            continue
        if letter.isspace():
            continue
        if letter not in sizes:
            raise error("bad char in struct format")
        count, size = int(digits or "1"), sizes[letter]
        digits = ""
        padding = -place % size if native else 0
        fields.append((letter, count, size, padding))
        place += padding + count * size
    if digits:
        raise error("repeat count given without format specifier")
    return fields, place, "big" if mode in (">", "!") else "little"


def _number_of(value, letter, size):
    exponent_bits, fraction_bits = _FLOATS[letter]
    sign = 1 if _math.copysign(1.0, value) < 0 else 0
    most, bias = (1 << exponent_bits) - 1, (1 << exponent_bits - 1) - 1
    if _math.isnan(value):
        exponent, fraction = most, 1 << fraction_bits - 1
    elif _math.isinf(value):
        exponent, fraction = most, 0
    elif value == 0:
        exponent = fraction = 0
    else:
        part, power = _math.frexp(abs(value))
        exponent = max(power - 1 + bias, 0)
        scaled = part * 2.0 ** (fraction_bits + 1) if exponent else abs(value) * 2.0 ** (bias - 1) * 2.0 ** fraction_bits
        fraction = round(scaled)
        number = fraction + ((exponent - 1 << fraction_bits) if exponent else 0)
        exponent, fraction = number >> fraction_bits, number & (1 << fraction_bits) - 1
        if exponent >= most:
            raise OverflowError(f"float too large to pack with {letter} format")
    return sign << size * 8 - 1 | exponent << fraction_bits | fraction


def _float_of(number, letter, size):
    exponent_bits, fraction_bits = _FLOATS[letter]
    most, bias = (1 << exponent_bits) - 1, (1 << exponent_bits - 1) - 1
    sign = -1.0 if number >> size * 8 - 1 else 1.0
    exponent, fraction = number >> fraction_bits & most, number & (1 << fraction_bits) - 1
    if exponent == most:
        return _math.nan if fraction else sign * _math.inf
    if exponent == 0:
        return sign * _math.ldexp(float(fraction), 1 - bias - fraction_bits)
    return sign * _math.ldexp(float(fraction | 1 << fraction_bits), exponent - bias - fraction_bits)


def _packed(letter, size, value, order):
    if letter == "c":
        if not isinstance(value, bytes) or len(value) != 1:
            raise error("char format requires a bytes object of length 1")
        return value
    if letter == "?":
        return b"\x01" if value else b"\x00"
    if letter in _FLOATS:
        if not hasattr(type(value), "__float__") and not isinstance(value, (int, float)):
            raise error("required argument is not a float")
        return _number_of(float(value), letter, size).to_bytes(size, order)
    if not isinstance(value, int):
        raise error("required argument is not an integer")
    signed = letter.islower()
    low, high = (-(1 << size * 8 - 1), (1 << size * 8 - 1) - 1) if signed else (0, (1 << size * 8) - 1)
    if not low <= value <= high:
        raise error(f"'{letter}' format requires {low} <= number <= {high}")
    return value.to_bytes(size, order, signed=signed)


def pack(format, *values):
    fields, _, order = _read(format)
    wanted = sum([0 if letter == "x" else 1 if letter in "sp" else count for letter, count, size, padding in fields])
    if wanted != len(values):
        raise error(f"pack expected {wanted} items for packing (got {len(values)})")
    parts, values = [], list(values)
    for letter, count, size, padding in fields:
        parts.append(bytes(padding))
        if letter == "x":
            parts.append(bytes(count))
        elif letter in "sp":
            value = values.pop(0)
            if isinstance(value, str) or isinstance(value, int):
                raise error(f"argument for '{letter}' must be a bytes object")
            value = bytes(value)
            if letter == "p":
                value = bytes([min(len(value), count - 1)]) + value
            parts.append(value[:count] + bytes(count - len(value[:count])))
        else:
            parts.extend([_packed(letter, size, values.pop(0), order) for _ in range(count)])
    return b"".join(parts)


def _unpacked(letter, size, data, order):
    if letter == "c":
        return data
    if letter == "?":
        return data != b"\x00"
    if letter in _FLOATS:
        return _float_of(int.from_bytes(data, order), letter, size)
    return int.from_bytes(data, order, signed=letter.islower())


def unpack_from(format, /, buffer, offset=0):
    fields, whole, order = _read(format)
    data = bytes(buffer)[offset:]
    if len(data) < whole:
        raise error(f"unpack_from requires a buffer of at least {whole + offset} bytes for unpacking {whole} bytes at offset {offset} (actual buffer size is {len(data) + offset})")
    place, found = 0, []
    for letter, count, size, padding in fields:
        place += padding
        part = data[place : place + count * size]
        place += count * size
        if letter == "s":
            found.append(part)
        elif letter == "p":
            found.append(part[1 : 1 + part[0]])
        elif letter != "x":
            found.extend([_unpacked(letter, size, part[at : at + size], order) for at in range(0, len(part), size)])
    return tuple(found)


def unpack(format, buffer, /):
    whole = calcsize(format)
    if len(buffer) != whole:
        raise error(f"unpack requires a buffer of {whole} bytes")
    return unpack_from(format, buffer)


def iter_unpack(format, buffer, /):
    whole = calcsize(format)
    if len(buffer) % whole:
        raise error(f"iterative unpacking requires a buffer of a multiple of {whole} bytes")
    for place in range(0, len(buffer), whole):
        yield unpack_from(format, buffer, place)


def pack_into(format, buffer, offset, /, *values):
    data = pack(format, *values)
    buffer[offset : offset + len(data)] = data


def calcsize(format, /):
    return _read(format)[1]


class Struct:
    def __init__(self, format):
        self.format = format
        self.size = calcsize(format)

    def pack(self, *values):
        return pack(self.format, *values)

    def unpack(self, buffer, /):
        return unpack(self.format, buffer)

    def unpack_from(self, buffer, offset=0):
        return unpack_from(self.format, buffer, offset)

    def pack_into(self, buffer, offset, /, *values):
        pack_into(self.format, buffer, offset, *values)

    def iter_unpack(self, buffer, /):
        return iter_unpack(self.format, buffer)
