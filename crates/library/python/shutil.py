import _files
import os as _os


class Error(OSError):
    pass


class SameFileError(Error):
    pass


def copyfile(src, dst):
    with _files.open(src, "rb") as source:
        data = source.read()
    with _files.open(dst, "wb") as target:
        target.write(data)
    return dst


def copy(src, dst):
    if _os.path.isdir(dst):
        dst = _os.path.join(dst, _os.path.basename(src))
    return copyfile(src, dst)


copy2 = copy


def copyfileobj(fsrc, fdst, length=0):
    fdst.write(fsrc.read())


def move(src, dst):
    if _os.path.isdir(dst):
        dst = _os.path.join(dst, _os.path.basename(src))
    _os.rename(src, dst)
    return dst


def copytree(src, dst, dirs_exist_ok=False):
    _os.makedirs(dst, exist_ok=dirs_exist_ok)
    for name in _os.listdir(src):
        inner = _os.path.join(src, name)
        if _os.path.isdir(inner):
            copytree(inner, _os.path.join(dst, name), dirs_exist_ok)
        else:
            copyfile(inner, _os.path.join(dst, name))
    return dst


def rmtree(path, ignore_errors=False, onerror=None):
    if not _os.path.exists(path) and ignore_errors:
        return
    for name in _os.listdir(path):
        inner = _os.path.join(path, name)
        if _os.path.isdir(inner):
            rmtree(inner)
        else:
            _os.remove(inner)
    _os.rmdir(path)


def get_terminal_size(fallback=(80, 24)):
    return _os.get_terminal_size()


def which(cmd):
    return None
