class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase:
    closed = False

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, kind, error, traceback):
        self.close()

    def __iter__(self):
        self._check()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file")

    def close(self):
        self.closed = True

    def flush(self):
        self._check()

    def isatty(self):
        return False

    def fileno(self):
        raise UnsupportedOperation("fileno")

    def readable(self):
        return True

    def writable(self):
        return True

    def seekable(self):
        return True

    def readlines(self, hint=-1):
        return [line for line in self]

    def writelines(self, lines):
        for line in lines:
            self.write(line)


class _Memory(IOBase):
    def __init__(self, initial):
        self._text = initial
        self._place = 0

    def getvalue(self):
        self._check()
        return self._text

    def read(self, size=-1):
        self._check()
        end = len(self._text) if size is None or size < 0 else self._place + size
        text = self._text[self._place:end]
        self._place += len(text)
        return text

    def readline(self, size=-1):
        self._check()
        end = self._text.find(self._newline, self._place) + 1 or len(self._text)
        return self.read(max(end - self._place, 0))

    def write(self, text):
        self._check()
        place = self._place
        old = self._text
        if place > len(old):
            old += self._pad * (place - len(old))
        self._text = old[:place] + text + old[place + len(text):]
        self._place = place + len(text)
        return len(text)

    def tell(self):
        self._check()
        return self._place

    def seek(self, place, whence=0):
        self._check()
        if isinstance(self._text, str) and whence and place:
            where = ("cur", "end")[whence - 1]
            raise OSError(f"Can't do nonzero {where}-relative seeks")
        place += (0, self._place, len(self._text))[whence]
        if place < 0:
            if isinstance(self._text, str):
                raise ValueError(f"Negative seek position {place}")
            if not whence:
                raise ValueError(f"negative seek value {place}")
            place = 0
        self._place = place
        return place

    def truncate(self, size=None):
        self._check()
        size = self._place if size is None else size
        self._text = self._text[:size]
        return size


class StringIO(_Memory):
    _newline = "\n"
    _pad = "\0"

    def __init__(self, initial_value="", newline="\n"):
        if initial_value is not None and not isinstance(initial_value, str):
            raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
        _Memory.__init__(self, initial_value or "")

    def write(self, s):
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got '{type(s).__name__}'")
        return _Memory.write(self, s)


class BytesIO(_Memory):
    _newline = b"\n"
    _pad = b"\0"

    def __init__(self, initial_bytes=b""):
        _Memory.__init__(self, self._bytes(b"" if initial_bytes is None else initial_bytes))

    def _bytes(self, data):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        return bytes(data)

    def write(self, b):
        return _Memory.write(self, self._bytes(b))

    def getbuffer(self):
        # Who looks at it knows these classes, and brings their module.
        views = __module_named__("_bytearray")
        return self.getvalue() if views is None else views.memoryview(self.getvalue())

    read1 = _Memory.read


TextIOBase = IOBase
SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
