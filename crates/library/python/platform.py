def system():
    return "Linux"


def node():
    return "interleave"


def release():
    return "6.0"


def version():
    return "Interleave"


def machine():
    return "x86_64"


def processor():
    return ""


def architecture(executable="", bits="", linkage=""):
    return ("64bit", "ELF")


def platform(aliased=False, terse=False):
    return "Linux-6.0-x86_64-with-glibc2.36"


def python_version():
    return "3.13.0"


def python_version_tuple():
    return ("3", "13", "0")


def python_implementation():
    return "CPython"


def python_compiler():
    return "Interleave"


def python_build():
    return ("main", "Oct  7 2024 00:00:00")
