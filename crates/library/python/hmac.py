import hashlib as _hashlib

_BLOCK = {"sha384": 128, "sha512": 128}


class HMAC:
    def __init__(self, key, msg=None, digestmod=""):
        if not digestmod:
            raise TypeError("Missing required argument 'digestmod'.")
        self._name = digestmod if isinstance(digestmod, str) else digestmod().name
        self.block_size = _BLOCK.get(self._name, 64)
        key = bytes(key)
        if len(key) > self.block_size:
            key = _hashlib.new(self._name, key).digest()
        self._key = key + bytes(self.block_size - len(key))
        self._data = b""
        self.digest_size = len(_hashlib.new(self._name).digest())
        self.name = "hmac-" + self._name
        if msg is not None:
            self.update(msg)

    def update(self, msg):
        self._data += bytes(msg)

    def digest(self):
        inner = _hashlib.new(self._name, bytes([octet ^ 0x36 for octet in self._key]) + self._data).digest()
        return _hashlib.new(self._name, bytes([octet ^ 0x5C for octet in self._key]) + inner).digest()

    def hexdigest(self):
        return self.digest().hex()


def new(key, msg=None, digestmod=""):
    return HMAC(key, msg, digestmod)


def digest(key, msg, digest):
    return HMAC(key, msg, digest).digest()


def compare_digest(a, b, /):
    return a == b
