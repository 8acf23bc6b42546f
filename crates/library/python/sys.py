class _Stream:
    def __init__(self, name, write):
        self.name = name
        self._write = write

    def write(self, text):
        return self._write(text)

    def writelines(self, lines):
        for line in lines:
            self._write(line)

    def flush(self):
        pass

    def isatty(self):
        return False

    def fileno(self):
        return 1


stdout = _Stream("<stdout>", __write__)
stderr = _Stream("<stderr>", __write_error__)
__stdout__ = stdout
__stderr__ = stderr


class _Input:
    name = "<stdin>"

    def readline(self, size=-1):
        return __read_line__()

    def readlines(self):
        return list(self)

    def read(self, size=-1):
        return "".join(list(self))

    def __iter__(self):
        return iter(__read_line__, "")

    def isatty(self):
        return False

    def fileno(self):
        return 0


stdin = _Input()
argv = ["program.py"]
version = "3.13.0 (Interleave)"
platform = "linux"
maxsize = 9223372036854775807
byteorder = "little"
executable = ""
path = []


class _VersionInfo(tuple):
    major = 3
    minor = 13
    micro = 0
    releaselevel = "final"
    serial = 0


version_info = _VersionInfo((3, 13, 0, "final", 0))


class _Implementation:
    name = "cpython"
    version = version_info


implementation = _Implementation()


def exit(status=None):
    raise SystemExit(status)


def intern(text):
    return text


def exc_info():
    error = _exc()
    if error is None:
        return (None, None, None)
    return (type(error), error, error.__traceback__)


def exception():
    return _exc()


def _is_gil_enabled():
    return True
