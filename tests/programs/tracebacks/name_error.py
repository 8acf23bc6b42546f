"""NameError in a function, with no name that looks alike."""


def compute(a):
    return a + zzyzx


compute(1)
