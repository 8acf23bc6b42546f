from os import urandom as _urandom


class UUID:
    def __init__(self, hex=None, bytes=None, int=None, version=None):
        if hex is not None:
            digits = hex.replace("urn:", "").replace("uuid:", "").strip("{}").replace("-", "")
            if len(digits) != 32:
                raise ValueError("badly formed hexadecimal UUID string")
            int = _int(digits, 16)
        elif bytes is not None:
            int = _int.from_bytes(bytes, "big")
        if int is None:
            raise TypeError("one of the hex, bytes, bytes_le, fields, or int arguments must be given")
        if version is not None:
            int = int & ~(0xC000 << 48) | 0x8000 << 48
            int = int & ~(0xF000 << 64) | version << 76
        self.int = int

    @property
    def hex(self):
        return f"{self.int:032x}"

    @property
    def bytes(self):
        return self.int.to_bytes(16, "big")

    @property
    def version(self):
        return self.int >> 76 & 0xF

    @property
    def variant(self):
        return RFC_4122 if self.int >> 62 & 3 == 2 else RESERVED_NCS if not self.int >> 63 & 1 else RESERVED_MICROSOFT

    @property
    def fields(self):
        number = self.int
        return (
            number >> 96, number >> 80 & 0xFFFF, number >> 64 & 0xFFFF, number >> 56 & 0xFF, number >> 48 & 0xFF,
            number & 0xFFFFFFFFFFFF,
        )

    node = property(lambda self: self.fields[5])

    @property
    def urn(self):
        return "urn:uuid:" + str(self)

    def __str__(self):
        digits = self.hex
        return "-".join([digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]])

    def __repr__(self):
        return f"UUID('{self}')"

    def __int__(self):
        return self.int

    def __eq__(self, other):
        return self.int == other.int if isinstance(other, UUID) else NotImplemented

    def __lt__(self, other):
        return self.int < other.int if isinstance(other, UUID) else NotImplemented

    def __hash__(self):
        return hash(self.int)


_int = int


def uuid4():
    return UUID(bytes=_urandom(16), version=4)


# The name's hash is that of the standard library: to need it costs only who asks for it.
def uuid3(namespace, name):
    import hashlib
    return _named(namespace, name, hashlib.md5, 3)


def uuid5(namespace, name):
    import hashlib
    return _named(namespace, name, hashlib.sha1, 5)


def _named(namespace, name, kind, version):
    if isinstance(name, str):
        name = name.encode()
    return UUID(bytes=kind(namespace.bytes + name).digest()[:16], version=version)


def uuid1(node=None, clock_seq=None):
    return UUID(bytes=_urandom(16), version=1)


def getnode():
    return 0x020000000001


NAMESPACE_DNS = UUID("6ba7b810-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_URL = UUID("6ba7b811-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_OID = UUID("6ba7b812-9dad-11d1-80b4-00c04fd430c8")
NAMESPACE_X500 = UUID("6ba7b814-9dad-11d1-80b4-00c04fd430c8")
RESERVED_NCS, RFC_4122, RESERVED_MICROSOFT, RESERVED_FUTURE = [
    "reserved for NCS compatibility", "specified in RFC 4122", "reserved for Microsoft compatibility",
    "reserved for future definition",
]
