import binascii as _binascii

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
_LETTERS_32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"


def _plain(s):
    return s.encode("ascii") if isinstance(s, str) else bytes(s)


def _checked(s):
    if isinstance(s, str) or not hasattr(type(s), "__len__"):
        raise TypeError(f"a bytes-like object is required, not '{type(s).__name__}'")
    return bytes(s)


# `bits` bits a letter; whole groups have as many letters as make whole bytes.
def _encode(data, letters, bits, group):
    number = int.from_bytes(data, "big")
    spare = -(len(data) * 8) % bits
    count = (len(data) * 8 + spare) // bits
    number <<= spare
    mask = (1 << bits) - 1
    text = "".join([letters[number >> bits * place & mask] for place in range(count - 1, -1, -1)])
    return (text + "=" * (-count % group)).encode()


def _decode(data, letters, bits):
    places = {ord(letter): place for place, letter in enumerate(letters)}
    number = 0
    for octet in data:
        number = number << bits | places[octet]
    size = len(data) * bits // 8
    return (number >> len(data) * bits - size * 8).to_bytes(size, "big")


def b64encode(s, altchars=None):
    letters = _LETTERS if altchars is None else _LETTERS[:62] + altchars.decode()
    return _encode(_checked(s), letters, 6, 4)


def b64decode(s, altchars=None, validate=False):
    letters = _LETTERS if altchars is None else _LETTERS[:62] + _plain(altchars).decode()
    data = _plain(s)
    if validate and [octet for octet in data.rstrip(b"=") if chr(octet) not in letters]:
        raise _binascii.Error("Only base64 data is allowed")
    known = bytes([octet for octet in data if chr(octet) in letters])
    if len(known) % 4 == 1:
        count = len(known)
        raise _binascii.Error(f"Invalid base64-encoded string: number of data characters ({count}) cannot be 1 more than a multiple of 4")
    if len(known) % 4 and data.count(b"=") < 4 - len(known) % 4:
        raise _binascii.Error("Incorrect padding")
    return _decode(known, letters, 6)


standard_b64encode, standard_b64decode = b64encode, b64decode


def urlsafe_b64encode(s):
    return b64encode(s, b"-_")


def urlsafe_b64decode(s):
    return b64decode(s, b"-_")


def encodebytes(s):
    data = _checked(s)
    return b"".join([b64encode(data[place : place + 57]) + b"\n" for place in range(0, len(data), 57)])


def decodebytes(s):
    return b64decode(s)


def b32encode(s):
    return _encode(_checked(s), _LETTERS_32, 5, 8)


def b32decode(s, casefold=False, map01=None):
    data = _plain(s)
    data = (data.upper() if casefold else data).replace(b"=", b"")
    if [octet for octet in data if chr(octet) not in _LETTERS_32]:
        raise _binascii.Error("Non-base32 digit found")
    return _decode(data, _LETTERS_32, 5)


def b16encode(s):
    return _checked(s).hex().upper().encode()


def b16decode(s, casefold=False):
    data = _plain(s)
    if not casefold and data != data.upper():
        raise _binascii.Error("Non-base16 digit found")
    return _binascii.unhexlify(data)
