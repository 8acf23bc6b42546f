_table = []


def _entries():
    if not _table:
        for number in range(256):
            for step in range(8):
                number = (number >> 1) ^ 0xEDB88320 if number & 1 else number >> 1
            _table.append(number)
    return _table


def crc32(data, value=0, /):
    table = _entries()
    value ^= 0xFFFFFFFF
    for byte in bytes(data):
        value = table[(value ^ byte) & 0xFF] ^ (value >> 8)
    return value ^ 0xFFFFFFFF


def adler32(data, value=1, /):
    low, high = value & 0xFFFF, value >> 16
    for byte in bytes(data):
        low = (low + byte) % 65521
        high = (high + low) % 65521
    return (high << 16) | low
