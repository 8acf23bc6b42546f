from base64 import urlsafe_b64encode as _urlsafe
from os import urandom as _urandom
from random import SystemRandom as _Random


def token_bytes(nbytes=None):
    return _urandom(32 if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


def randbits(k):
    return int.from_bytes(_urandom((k + 7) // 8), "big") >> -k % 8


def randbelow(exclusive_upper_bound):
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    while True:
        number = randbits(exclusive_upper_bound.bit_length())
        if number < exclusive_upper_bound:
            return number


def choice(sequence):
    if not len(sequence):
        raise IndexError("Cannot choose from an empty sequence")
    return sequence[randbelow(len(sequence))]


def compare_digest(a, b):
    return a == b


def token_urlsafe(nbytes=None):
    return _urlsafe(token_bytes(nbytes)).rstrip(b"=").decode()


SystemRandom = _Random
