import os.path as path

name = "posix"
sep = "/"
linesep = "\n"
curdir = "."
pardir = ".."
extsep = "."
altsep = None
devnull = "/dev/null"
SEEK_SET, SEEK_CUR, SEEK_END = 0, 1, 2
pathsep = ":"
environ = {"HOME": "/home/learner", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "USER": "learner"}


def getenv(key, default=None):
    return environ.get(key, default)


def putenv(key, value):
    environ[key] = value


def getpid():
    return 1000


def getppid():
    return 1


def getlogin():
    return "learner"


def cpu_count():
    return __cpu_count__()


process_cpu_count = cpu_count


def sched_getaffinity(pid):
    return {0, 1, 2, 3}


def getcwd():
    return "/home/learner"


def _exit(status):
    _leave(status)


def kill(pid, sig):
    if pid != getpid():
        raise ProcessLookupError(3, "No such process")
    signal = __module_named__("signal")
    if signal is not None:
        signal.raise_signal(sig)
    elif sig == 2:
        raise KeyboardInterrupt
    elif sig:
        _leave(128 + sig)


class PathLike:
    pass


fspath = path._plain
error = OSError
_tree = path._tree


def _found(name):
    full = path.abspath(name)
    if full not in _tree:
        raise FileNotFoundError(2, "No such file or directory", name)
    return full


def _inside(full):
    start = full if full.endswith("/") else full + "/"
    return [known for known in _tree if known.startswith(start) and known != full]


def chdir(path):
    raise OSError("chdir() is not supported by Interleave")


def listdir(path="."):
    full = _found(path)
    if _tree[full] is not None:
        raise NotADirectoryError(20, "Not a directory", path)
    length = len(full.rstrip("/")) + 1
    return [known[length:] for known in _inside(full) if "/" not in known[length:]]


def mkdir(name, mode=0o777):
    full = path.abspath(name)
    if full in _tree:
        raise FileExistsError(17, "File exists", name)
    if path.dirname(full) not in _tree:
        raise FileNotFoundError(2, "No such file or directory", name)
    _tree[full] = None


def makedirs(name, mode=0o777, exist_ok=False):
    full = path.abspath(name)
    if full in _tree:
        if not exist_ok or _tree[full] is not None:
            raise FileExistsError(17, "File exists", name)
        return
    made = ""
    for part in full.split("/")[1:]:
        made += "/" + part
        if made not in _tree:
            _tree[made] = None


def remove(path):
    full = _found(path)
    if _tree[full] is None:
        raise IsADirectoryError(21, "Is a directory", path)
    del _tree[full]


unlink = remove


def rmdir(path):
    full = _found(path)
    if _tree[full] is not None:
        raise NotADirectoryError(20, "Not a directory", path)
    if _inside(full):
        raise OSError(39, "Directory not empty", path)
    del _tree[full]


def rename(src, dst):
    full, new = path.abspath(src), path.abspath(dst)
    if full not in _tree or path.dirname(new) not in _tree:
        raise FileNotFoundError(2, "No such file or directory", src, None, dst)
    for known in [full] + _inside(full):
        _tree[new + known[len(full):]] = _tree.pop(known)


replace = rename


def walk(top, topdown=True):
    if not path.isdir(top):
        return
    names = listdir(top)
    folders = [name for name in names if path.isdir(path.join(top, name))]
    files = [name for name in names if name not in folders]
    if topdown:
        yield top, folders, files
    for name in folders:
        yield from walk(path.join(top, name), topdown)
    if not topdown:
        yield top, folders, files


class DirEntry:
    def __init__(self, folder, name):
        self.name = name
        self.path = path.join(folder, name)

    def is_file(self, *, follow_symlinks=True):
        return path.isfile(self.path)

    def is_dir(self, *, follow_symlinks=True):
        return path.isdir(self.path)

    def stat(self, *, follow_symlinks=True):
        return stat(self.path)

    def __fspath__(self):
        return self.path

    def __repr__(self):
        return f"<DirEntry {self.name!r}>"


class _Entries(list):
    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        pass

    def close(self):
        pass


def scandir(path="."):
    return _Entries([DirEntry(path, name) for name in listdir(path)])


class stat_result:
    def __init__(self, size, is_folder):
        self.st_size = size
        self.st_mode = 0o40755 if is_folder else 0o100644
        self.st_mtime = self.st_ctime = self.st_atime = 1720785600.0


def stat(name):
    full = _found(name)
    return stat_result(path.getsize(full), _tree[full] is None)


def access(name, mode):
    return path.exists(name)


F_OK, R_OK, W_OK, X_OK = 0, 4, 2, 1


def fsync(fd):
    pass


def get_terminal_size(fd=1):
    return (80, 24)


def getloadavg():
    return (0.0, 0.0, 0.0)


def strerror(code):
    return {2: "No such file or directory", 13: "Permission denied", 17: "File exists"}.get(code, f"Unknown error {code}")


def getuid():
    return 1000


getgid = geteuid = getegid = getuid


class uname_result(tuple):
    sysname, nodename, release, version, machine = "Linux", "localhost", "6.1.0", "#1 SMP", "x86_64"

    def __repr__(self):
        names = ("sysname", "nodename", "release", "version", "machine")
        return f"posix.uname_result({', '.join([f'{name}={value!r}' for name, value in zip(names, self)])})"


def uname():
    return uname_result(("Linux", "localhost", "6.1.0", "#1 SMP", "x86_64"))


class times_result(tuple):
    user = property(lambda self: self[0])
    system = property(lambda self: self[1])
    children_user = property(lambda self: self[2])
    children_system = property(lambda self: self[3])
    elapsed = property(lambda self: self[4])


def times():
    import time
    return times_result((time.process_time(), 0.0, 0.0, 0.0, time.monotonic()))


def fsencode(filename):
    filename = fspath(filename)
    return filename if isinstance(filename, bytes) else filename.encode()


def fsdecode(filename):
    filename = fspath(filename)
    return filename.decode() if isinstance(filename, bytes) else filename


def umask(mask):
    return 0o22


def nice(increment):
    return 0


def abort():
    _leave(134)


def unsetenv(key):
    environ.pop(key, None)


def removedirs(name):
    rmdir(name)
    name = path.dirname(path.abspath(name))
    while name not in ("/", "/tmp", "/home/learner") and name in _tree and not _inside(name):
        rmdir(name)
        name = path.dirname(name)


EX_OK = 0
O_RDONLY, O_WRONLY, O_RDWR, O_CREAT, O_EXCL, O_TRUNC, O_APPEND = 0, 1, 2, 64, 128, 512, 1024
