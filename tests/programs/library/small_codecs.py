"""base64, binascii, struct, array, hmac and fractions."""

import base64
import binascii
import hmac
import struct
from array import array
from fractions import Fraction

for data in (b"", b"h", b"hi", b"hello world"):
    print(base64.b64encode(data), base64.b32encode(data), base64.b16encode(data))
print(base64.b64decode("aGVsbG8="), base64.urlsafe_b64encode(b"\xff\xfe\xfd"), base64.b32decode(b"NBUQ===="))
try:
    base64.b64decode("abc")
except binascii.Error as error:
    print(error)
print(binascii.hexlify(b"ab"), binascii.unhexlify("6162"), binascii.crc32(b"hello"))
packed = struct.pack(">IHb?", 1, 2, -3, True)
print(packed, struct.unpack(">IHb?", packed), struct.calcsize("<Qd"), struct.calcsize("bi"))
print(struct.pack("<dfe", 1.5, -0.25, 3.0), struct.unpack("<d", struct.pack("<d", 0.1)), struct.unpack("!3sx", b"abc\0"))
for wrong in (lambda: struct.pack("B", 300), lambda: struct.unpack("I", b"ab"), lambda: struct.pack("II", 1)):
    try:
        wrong()
    except struct.error as error:
        print(error)
numbers = array("i", [1, 2, 3])
numbers.append(4)
numbers[0] = 9
print(numbers, numbers[1:3], sum(numbers), numbers.typecode, numbers.itemsize, numbers.tobytes(), array("d", [0.0]) * 2)
for wrong in (lambda: numbers.append("x"), lambda: numbers.append(2**40), lambda: array("z")):
    try:
        wrong()
    except (TypeError, ValueError, OverflowError) as error:
        print(type(error).__name__, error)
print(hmac.new(b"key", b"message", "sha256").hexdigest())
print(Fraction(1, 3) + Fraction(1, 6), Fraction("0.25"), Fraction(0.5), repr(Fraction(3, 6)), Fraction(7, 2) // 1)
print(sum([Fraction(1, 2)] * 3), Fraction(1, 3) < Fraction(1, 2), Fraction(3, 2) ** 2, round(Fraction(7, 2)), float(Fraction(1, 4)))
print(Fraction(355, 113).limit_denominator(50), hash(Fraction(1, 2)) == hash(0.5), 1 - Fraction(1, 2), Fraction(1, 2) * 0.5)
