class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


def hexlify(data, sep=None, bytes_per_sep=1):
    return bytes(data).hex().encode() if sep is None else bytes(data).hex(sep, bytes_per_sep).encode()


def unhexlify(hexstr):
    text = hexstr if isinstance(hexstr, str) else bytes(hexstr).decode("ascii")
    if len(text) % 2:
        raise Error("Odd-length string")
    try:
        return bytes.fromhex(text)
    except ValueError:
        raise Error("Non-hexadecimal digit found") from None


b2a_hex, a2b_hex = hexlify, unhexlify


# The remainders that a byte leaves, made on first use.
_remainders = []


def crc32(data, value=0):
    if not _remainders:
        for rest in range(256):
            for _ in range(8):
                rest = rest >> 1 ^ (0xEDB88320 if rest & 1 else 0)
            _remainders.append(rest)
    rest = value ^ 0xFFFFFFFF
    for octet in bytes(data):
        rest = rest >> 8 ^ _remainders[(rest ^ octet) & 255]
    return rest ^ 0xFFFFFFFF
