algorithms_guaranteed = {"md5", "sha1", "sha224", "sha256", "sha384", "sha512"}
algorithms_available = algorithms_guaranteed
_WORD = 0xFFFFFFFF
_LONG = 0xFFFFFFFFFFFFFFFF


# The first bits of the fractions of the roots of the first primes, from which SHA-2 takes its constants.
def _root(number, power, bits):
    wanted = number << (power * bits)
    low, high = 0, number << bits
    while high - low > 1:
        middle = (low + high) // 2
        if middle**power <= wanted:
            low = middle
        else:
            high = middle
    return low & ((1 << bits) - 1)


def _primes(count):
    found = []
    number = 2
    while len(found) < count:
        if all([number % prime for prime in found]):
            found.append(number)
        number += 1
    return found


_first = _primes(80)
_tables = {}


def _table(name):
    if name not in _tables:
        if name == "md5":
            import math
            _tables[name] = [int(abs(math.sin(step + 1)) * 4294967296) for step in range(64)]
        elif name == "sha256":
            _tables[name] = [_root(prime, 3, 32) for prime in _first[:64]]
        else:
            _tables[name] = [_root(prime, 3, 64) for prime in _first]
    return _tables[name]


_TURNS = (7, 12, 17, 22), (5, 9, 14, 20), (4, 11, 16, 23), (6, 10, 15, 21)


def _md5(state, block):
    table = _table("md5")
    words = [int.from_bytes(block[place : place + 4], "little") for place in range(0, 64, 4)]
    a, b, c, d = state
    for step in range(64):
        part = step // 16
        if part == 0:
            mixed, place = (b & c) | (~b & d), step
        elif part == 1:
            mixed, place = (d & b) | (~d & c), (5 * step + 1) % 16
        elif part == 2:
            mixed, place = b ^ c ^ d, (3 * step + 5) % 16
        else:
            mixed, place = c ^ (b | (~d & _WORD)), 7 * step % 16
        mixed = (mixed + a + table[step] + words[place]) & _WORD
        turn = _TURNS[part][step % 4]
        a, d, c = d, c, b
        b = (b + ((mixed << turn) | (mixed >> (32 - turn)))) & _WORD
    return [(old + new) & _WORD for old, new in zip(state, (a, b, c, d))]


def _sha1(state, block):
    words = [int.from_bytes(block[place : place + 4], "big") for place in range(0, 64, 4)]
    for step in range(16, 80):
        mixed = words[step - 3] ^ words[step - 8] ^ words[step - 14] ^ words[step - 16]
        words.append(((mixed << 1) | (mixed >> 31)) & _WORD)
    a, b, c, d, e = state
    for step in range(80):
        if step < 20:
            mixed, constant = (b & c) | (~b & d), 0x5A827999
        elif step < 40:
            mixed, constant = b ^ c ^ d, 0x6ED9EBA1
        elif step < 60:
            mixed, constant = (b & c) | (b & d) | (c & d), 0x8F1BBCDC
        else:
            mixed, constant = b ^ c ^ d, 0xCA62C1D6
        new = (((a << 5) | (a >> 27)) + mixed + e + constant + words[step]) & _WORD
        a, b, c, d, e = new, a, ((b << 30) | (b >> 2)) & _WORD, c, d
    return [(old + new) & _WORD for old, new in zip(state, (a, b, c, d, e))]


def _sha2(state, block, table, bits, turns, mask):
    def turned(word, first, second, third, is_shift):
        last = word >> third if is_shift else (word >> third) | (word << (bits - third))
        return (((word >> first) | (word << (bits - first))) ^ ((word >> second) | (word << (bits - second))) ^ last) & mask

    size = bits // 8
    words = [int.from_bytes(block[place : place + size], "big") for place in range(0, 16 * size, size)]
    for step in range(16, len(table)):
        old = turned(words[step - 15], *turns[0], True)
        new = turned(words[step - 2], *turns[1], True)
        words.append((words[step - 16] + old + words[step - 7] + new) & mask)
    a, b, c, d, e, f, g, h = state
    for step in range(len(table)):
        first = h + turned(e, *turns[3], False) + ((e & f) ^ (~e & g)) + table[step] + words[step]
        second = turned(a, *turns[2], False) + ((a & b) ^ (a & c) ^ (b & c))
        a, b, c, d, e, f, g, h = (first + second) & mask, a, b, c, (d + first) & mask, e, f, g
    return [(old + new) & mask for old, new in zip(state, (a, b, c, d, e, f, g, h))]


def _sha256(state, block):
    return _sha2(state, block, _table("sha256"), 32, ((7, 18, 3), (17, 19, 10), (2, 13, 22), (6, 11, 25)), _WORD)


def _sha512(state, block):
    return _sha2(state, block, _table("sha512"), 64, ((1, 8, 7), (19, 61, 6), (28, 34, 39), (14, 18, 41)), _LONG)


_START = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476]

# The size of the digest, of a block and of a word, the order of bytes, what a block does, and where it starts.
_KINDS = {
    "md5": (16, 64, 4, "little", _md5, lambda: _START),
    "sha1": (20, 64, 4, "big", _sha1, lambda: _START + [0xC3D2E1F0]),
    "sha256": (32, 64, 4, "big", _sha256, lambda: [_root(prime, 2, 32) for prime in _first[:8]]),
    "sha224": (28, 64, 4, "big", _sha256, lambda: [_root(prime, 2, 64) & _WORD for prime in _first[8:16]]),
    "sha512": (64, 128, 8, "big", _sha512, lambda: [_root(prime, 2, 64) for prime in _first[:8]]),
    "sha384": (48, 128, 8, "big", _sha512, lambda: [_root(prime, 2, 64) for prime in _first[8:16]]),
}


class _Hash:
    def __init__(self, name, data):
        self.name = name
        self.digest_size, self.block_size = _KINDS[name][:2]
        self._state = _KINDS[name][5]()
        self._rest = b""
        self._length = 0
        self.update(data)

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError("Strings must be encoded before hashing")
        data = bytes(data)
        self._length += len(data)
        self._state, self._rest = self._mixed(self._state, self._rest + data)

    def _mixed(self, state, data):
        size = self.block_size
        mix = _KINDS[self.name][4]
        place = 0
        while len(data) - place >= size:
            state = mix(state, data[place : place + size])
            place += size
        return state, data[place:]

    def digest(self):
        size, block, word, order = _KINDS[self.name][:4]
        room = 2 * word
        padding = b"\x80" + b"\0" * ((-len(self._rest) - 1 - room) % block)
        state = self._mixed(self._state, self._rest + padding + (8 * self._length).to_bytes(room, order))[0]
        return b"".join([value.to_bytes(word, order) for value in state])[:size]

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        other = _Hash(self.name, b"")
        other._state, other._rest, other._length = list(self._state), self._rest, self._length
        return other

    def __repr__(self):
        return f"<{self.name} _hashlib.HASH object @ {id(self):#x}>"


def new(name, data=b"", *, usedforsecurity=True):
    if name.lower() not in _KINDS:
        raise ValueError(f"unsupported hash type {name}")
    return _Hash(name.lower(), data)


def md5(string=b"", *, usedforsecurity=True):
    return _Hash("md5", string)


def sha1(string=b"", *, usedforsecurity=True):
    return _Hash("sha1", string)


def sha224(string=b"", *, usedforsecurity=True):
    return _Hash("sha224", string)


def sha256(string=b"", *, usedforsecurity=True):
    return _Hash("sha256", string)


def sha384(string=b"", *, usedforsecurity=True):
    return _Hash("sha384", string)


def sha512(string=b"", *, usedforsecurity=True):
    return _Hash("sha512", string)
