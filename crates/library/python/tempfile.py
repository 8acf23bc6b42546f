import _files
import os as _os
import random as _random
import shutil as _shutil

tempdir = None


def gettempdir():
    return tempdir or "/tmp"


def gettempprefix():
    return "tmp"


def _name(suffix, prefix, dir):
    letters = "abcdefghijklmnopqrstuvwxyz0123456789_"
    while True:
        middle = "".join([_random.choice(letters) for _ in range(8)])
        name = _os.path.join(dir or gettempdir(), (prefix or "tmp") + middle + (suffix or ""))
        if not _os.path.exists(name):
            return name


def mkdtemp(suffix=None, prefix=None, dir=None):
    name = _name(suffix, prefix, dir)
    _os.mkdir(name)
    return name


def mktemp(suffix="", prefix="tmp", dir=None):
    return _name(suffix, prefix, dir)


class TemporaryDirectory:
    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name = mkdtemp(suffix, prefix, dir)
        self._delete = delete

    def __enter__(self):
        return self.name

    def __exit__(self, kind, error, traceback):
        if self._delete:
            self.cleanup()

    def cleanup(self):
        _shutil.rmtree(self.name, ignore_errors=True)

    def __repr__(self):
        return f"<TemporaryDirectory {self.name!r}>"


class _Named:
    def __init__(self, file, delete):
        self.file = file
        self.name = file.name
        self._delete = delete

    def __getattr__(self, name):
        return getattr(self.file, name)

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.close()

    def __iter__(self):
        return iter(self.file)

    def close(self):
        if not self.file.closed:
            self.file.close()
            if self._delete and _os.path.exists(self.name):
                _os.remove(self.name)


def NamedTemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, delete=True, **more):
    return _Named(_files.open(_name(suffix, prefix, dir), mode, buffering, encoding, newline=newline), delete)


def TemporaryFile(mode="w+b", buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None):
    return NamedTemporaryFile(mode, buffering, encoding, newline, suffix, prefix, dir)
