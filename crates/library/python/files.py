# Files that are kept in memory until the program ends. What a file contains is bytes; a directory is None in the table
# of paths that `os.path` has.
import builtins as _builtins
import io as _io
import os.path as _path

DEFAULT_BUFFER_SIZE = 8192


class _Node:
    def __init__(self):
        self.data = b""


def _find(file, name):
    node = _path._tree.get(name)
    if node is None:
        if name in _path._tree:
            raise IsADirectoryError(21, "Is a directory", file)
        raise FileNotFoundError(2, "No such file or directory", file)
    return node


def _create(file, name):
    above = _path.dirname(name)
    if above not in _path._tree:
        raise FileNotFoundError(2, "No such file or directory", file)
    if _path._tree[above] is not None:
        raise NotADirectoryError(20, "Not a directory", file)
    node = _Node()
    _path._tree[name] = node
    return node


class _File(_io.IOBase):
    def __init__(self, file, node, mode):
        self.name = file
        self.mode = mode
        self._node = node
        self._place = 0
        self._pending = []
        self._size = 0
        self._reads = "r" in mode or "+" in mode
        self._writes = "r" not in mode or "+" in mode
        self._appends = "a" in mode

    def _check(self):
        if self.closed:
            raise ValueError("I/O operation on closed file.")

    def readable(self):
        return self._reads

    def writable(self):
        return self._writes

    def fileno(self):
        return 3

    def close(self):
        if not self.closed:
            self._send()
            self.closed = True

    def flush(self):
        self._check()
        self._send()

    def _send(self):
        if self._pending:
            data = b"".join(self._pending)
            self._pending = []
            self._size = 0
            node = self._node
            old = node.data
            place = len(old) if self._appends else self._place
            if place >= len(old):
                node.data = old + bytes(place - len(old)) + data
            else:
                node.data = old[:place] + data + old[place + len(data) :]
            self._place = place + len(data)

    def _put(self, data):
        self._check()
        if not self._writes:
            raise _io.UnsupportedOperation("not writable")
        self._pending.append(data)
        self._size += len(data)
        if self._size >= DEFAULT_BUFFER_SIZE:
            self._send()

    def _rest(self):
        self._check()
        if not self._reads:
            raise _io.UnsupportedOperation("not readable")
        self._send()
        return self._node.data

    def _get(self, size):
        data = self._rest()
        end = len(data) if size is None or size < 0 else self._place + size
        data = data[self._place : end]
        self._place += len(data)
        return data

    def _get_line(self):
        data = self._rest()
        end = data.find(b"\n", self._place) + 1 or len(data)
        line = data[self._place : end]
        self._place += len(line)
        return line

    def tell(self):
        self._check()
        self._send()
        return self._place

    def seek(self, offset, whence=0):
        self._check()
        self._send()
        place = offset + (0, self._place, len(self._node.data))[whence]
        if place < 0:
            raise ValueError(f"negative seek position {place}")
        self._place = place
        return place

    def truncate(self, size=None):
        self._check()
        self._send()
        size = self._place if size is None else size
        self._node.data = self._node.data[:size]
        return size


class BufferedFile(_File):
    def write(self, data, /):
        if isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(data)
        self._put(data)
        return len(data)

    def read(self, size=-1, /):
        return self._get(size)

    read1 = read

    def readline(self, size=-1, /):
        return self._get_line()

    def __repr__(self):
        kind = "BufferedReader" if self.mode == "rb" else "BufferedRandom" if "+" in self.mode else "BufferedWriter"
        return f"<_io.{kind} name={self.name!r}>"


class TextIOWrapper(_File):
    errors = "strict"

    def __init__(self, file, node, mode, encoding, errors, newline, line_buffering):
        _File.__init__(self, file, node, mode)
        self.encoding = encoding or "UTF-8"
        self.errors = errors or "strict"
        self.newlines = None
        self._newline = newline
        self.line_buffering = line_buffering

    def write(self, text, /):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        length = len(text)
        if self._newline == "\r\n":
            text = text.replace("\n", "\r\n")
        self._put(text.encode(self.encoding, self.errors))
        if self.line_buffering and "\n" in text:
            self._send()
        return length

    def _text(self, data):
        text = data.decode(self.encoding, self.errors)
        return text.replace("\r\n", "\n") if self._newline is None and "\r" in text else text

    def read(self, size=-1, /):
        if size is None or size < 0:
            return self._text(self._get(-1))
        before = self._place
        text = self._get(-1).decode(self.encoding, self.errors)[:size]
        self._place = before + len(text.encode(self.encoding, self.errors))
        return text

    def readline(self, size=-1, /):
        return self._text(self._get_line())

    def __repr__(self):
        return f"<_io.TextIOWrapper name={self.name!r} mode={self.mode!r} encoding={self.encoding!r}>"


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    if isinstance(file, int):
        raise OSError("an open() of a file's number is not supported by Interleave")
    file = _path._plain(file)
    if isinstance(file, bytes):
        file = file.decode()
    if not isinstance(mode, str):
        raise TypeError(f"open() argument 'mode' must be str, not {type(mode).__name__}")
    letters = set(mode)
    if letters - set("axrwb+t") or len(mode) > len(letters):
        raise ValueError(f"invalid mode: {mode!r}")
    if "t" in letters and "b" in letters:
        raise ValueError("can't have text and binary mode at once")
    if len(letters & set("axrw")) != 1:
        raise ValueError("must have exactly one of create/read/write/append mode")
    name = _path.abspath(file)
    if "r" in letters:
        node = _find(file, name)
    elif name not in _path._tree:
        node = _create(file, name)
    elif "x" in letters:
        raise FileExistsError(17, "File exists", file)
    else:
        node = _find(file, name)
        if "w" in letters:
            node.data = b""
    if "b" in letters:
        if encoding is not None:
            raise ValueError("binary mode doesn't take an encoding argument")
        opened = BufferedFile(file, node, mode)
    else:
        opened = TextIOWrapper(file, node, mode, encoding, errors, newline, buffering == 1)
    if "a" in letters:
        opened._place = len(node.data)
    return opened


_builtins.open = open
_io.open = open
_io.TextIOWrapper = TextIOWrapper
