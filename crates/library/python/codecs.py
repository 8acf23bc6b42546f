BOM_UTF8 = b"\xef\xbb\xbf"


def encode(obj, encoding="utf-8", errors="strict"):
    if encoding in ("rot13", "rot_13"):
        return _turned(obj)
    if encoding in ("hex", "hex_codec"):
        return obj.hex().encode()
    return obj.encode(encoding, errors)


def decode(obj, encoding="utf-8", errors="strict"):
    if encoding in ("rot13", "rot_13"):
        return _turned(obj)
    if encoding in ("hex", "hex_codec"):
        return bytes.fromhex(obj.decode())
    return obj.decode(encoding, errors)


def _turned(text):
    letters = "abcdefghijklmnopqrstuvwxyz"
    others = letters[13:] + letters[:13]
    return text.translate(str.maketrans(letters + letters.upper(), others + others.upper()))


def open(filename, mode="r", encoding=None, errors="strict", buffering=-1):
    return __open__(filename, mode, encoding=encoding, errors=errors)
