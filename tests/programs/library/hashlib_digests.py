"""Digests of bytes, taken at once and piece by piece."""
import hashlib

for name in ("md5", "sha1", "sha224", "sha256", "sha384", "sha512"):
    digest = hashlib.new(name, b"two threads, one counter " * 5)
    print(name, digest.digest_size, digest.block_size, digest.hexdigest())
piecemeal = hashlib.sha256()
for part in (b"a" * 63, b"b" * 2, b""):
    piecemeal.update(part)
print(piecemeal.hexdigest() == hashlib.sha256(b"a" * 63 + b"bb").hexdigest(), piecemeal.name)
copy = piecemeal.copy()
copy.update(b"more")
print(copy.hexdigest()[:16], piecemeal.hexdigest()[:16], hashlib.md5().digest())
try:
    hashlib.sha1("text")
except TypeError as error:
    print(error)
