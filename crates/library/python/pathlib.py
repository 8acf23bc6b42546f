import _files
import fnmatch as _fnmatch
import os as _os


class PurePath:
    def __init__(self, *parts):
        text = _os.path.join("", *[_os.fspath(part) for part in parts]) if parts else ""
        absolute = text.startswith("/")
        names = [name for name in text.split("/") if name and name != "."]
        self._names = names
        self._text = ("/" if absolute else "") + "/".join(names) or "."

    def __str__(self):
        return self._text

    def __fspath__(self):
        return self._text

    as_posix = __str__

    def __repr__(self):
        return f"{type(self).__name__}({self._text!r})"

    def __truediv__(self, other):
        if not isinstance(other, (str, PurePath)):
            return NotImplemented
        return type(self)(self, other)

    def __rtruediv__(self, other):
        return type(self)(other, self)

    def joinpath(self, *others):
        return type(self)(self, *others)

    def __eq__(self, other):
        return self._text == other._text if isinstance(other, PurePath) else NotImplemented

    def __lt__(self, other):
        return self.parts < other.parts if isinstance(other, PurePath) else NotImplemented

    def __hash__(self):
        return hash(self._text)

    @property
    def parts(self):
        return ("/",) * self.is_absolute() + tuple(self._names)

    @property
    def name(self):
        return self._names[-1] if self._names else ""

    @property
    def suffix(self):
        return _os.path.splitext(self.name)[1]

    @property
    def suffixes(self):
        return ["." + part for part in self.name.lstrip(".").split(".")[1:]]

    @property
    def stem(self):
        return _os.path.splitext(self.name)[0]

    @property
    def parent(self):
        return type(self)(_os.path.dirname(self._text) or ".") if self._names else self

    @property
    def parents(self):
        found = []
        path = self
        while path.parent != path:
            path = path.parent
            found.append(path)
        return tuple(found)

    @property
    def anchor(self):
        return "/" if self.is_absolute() else ""

    def is_absolute(self):
        return self._text.startswith("/")

    def with_name(self, name):
        return self.parent / name

    def with_suffix(self, suffix):
        return self.parent / (self.stem + suffix)

    def with_stem(self, stem):
        return self.parent / (stem + self.suffix)

    def relative_to(self, other):
        other = type(self)(other)
        if self.parts[: len(other.parts)] != other.parts:
            raise ValueError(f"{str(self)!r} is not in the subpath of {str(other)!r}")
        return type(self)(*self.parts[len(other.parts) :])

    def is_relative_to(self, other):
        other = type(self)(other)
        return self.parts[: len(other.parts)] == other.parts

    def match(self, pattern):
        return _fnmatch.fnmatchcase(self._text if "/" in pattern else self.name, pattern)


class PurePosixPath(PurePath):
    pass


class Path(PurePosixPath):
    def __repr__(self):
        return f"PosixPath({self._text!r})"

    @classmethod
    def cwd(cls):
        return cls(_os.getcwd())

    @classmethod
    def home(cls):
        return cls("/home/learner")

    def exists(self):
        return _os.path.exists(self)

    def is_file(self):
        return _os.path.isfile(self)

    def is_dir(self):
        return _os.path.isdir(self)

    def stat(self):
        return _os.stat(self._text)

    def absolute(self):
        return type(self)(_os.path.abspath(self))

    resolve = absolute

    def expanduser(self):
        return type(self)(_os.path.expanduser(self))

    def open(self, mode="r", buffering=-1, encoding=None, errors=None, newline=None):
        return _files.open(self._text, mode, buffering, encoding, errors, newline)

    def read_text(self, encoding=None, errors=None):
        with self.open("r", encoding=encoding, errors=errors) as file:
            return file.read()

    def write_text(self, data, encoding=None, errors=None, newline=None):
        with self.open("w", encoding=encoding, errors=errors, newline=newline) as file:
            return file.write(data)

    def read_bytes(self):
        with self.open("rb") as file:
            return file.read()

    def write_bytes(self, data):
        with self.open("wb") as file:
            return file.write(data)

    def touch(self, mode=0o666, exist_ok=True):
        self.open("a" if exist_ok else "x").close()

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        if exist_ok and self.is_dir():
            return
        if parents:
            _os.makedirs(self.parent, exist_ok=True)
        _os.mkdir(self._text)

    def rmdir(self):
        _os.rmdir(self._text)

    def unlink(self, missing_ok=False):
        if not missing_ok or self.exists():
            _os.remove(self._text)

    def rename(self, target):
        _os.rename(self._text, _os.fspath(target))
        return type(self)(target)

    replace = rename

    def iterdir(self):
        return iter([self / name for name in _os.listdir(self._text)])

    def glob(self, pattern):
        return iter([path for path in self._all() if _fits(path.relative_to(self).parts, pattern.split("/"))])

    def rglob(self, pattern):
        return self.glob("**/" + pattern)

    def _all(self):
        for path in self.iterdir() if self.is_dir() else ():
            yield path
            yield from path._all()

    def walk(self):
        for top, folders, files in _os.walk(self._text):
            yield type(self)(top), folders, files


PosixPath = Path


def _fits(names, patterns):
    if not patterns:
        return not names
    if patterns[0] == "**":
        return any([_fits(names[place:], patterns[1:]) for place in range(len(names) + 1)])
    return bool(names) and _fnmatch.fnmatchcase(names[0], patterns[0]) and _fits(names[1:], patterns[1:])
