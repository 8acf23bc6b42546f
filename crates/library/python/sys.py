class _Stream:
    encoding = "utf-8"
    errors = "strict"
    mode = "w"
    closed = False
    line_buffering = True

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

    def writable(self):
        return True

    def reconfigure(self, **settings):
        pass

    @property
    def buffer(self):
        return _Bytes(self)


class _Bytes:
    def __init__(self, stream):
        self._stream = stream
        self.flush = stream.flush

    def write(self, data):
        self._stream.write(data.decode())
        return len(data)


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
# The program's file takes the place of this name.
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
    cache_tag = "cpython-313"
    hexversion = 0x030D00F0


implementation = _Implementation()
hexversion = 0x030D00F0
api_version = 1013
copyright = "Copyright (c) 2001-2024 Python Software Foundation."
prefix = exec_prefix = base_prefix = "/usr"
class _Flags:
    debug = inspect = interactive = optimize = dont_write_bytecode = no_user_site = no_site = 0
    ignore_environment = verbose = bytes_warning = quiet = isolated = utf8_mode = warn_default_encoding = 0
    hash_randomization = gil = thread_inherit_context = 1
    dev_mode = safe_path = False
    int_max_str_digits = 4300


flags = _Flags()
maxunicode = 0x10FFFF
dont_write_bytecode = False
warnoptions = []


class _ThreadInfo(tuple):
    name = "pthread"
    lock = "semaphore"
    version = "NPTL 2.36"

    def __repr__(self):
        return f"sys.thread_info(name={self.name!r}, lock={self.lock!r}, version={self.version!r})"


thread_info = _ThreadInfo(("pthread", "semaphore", "NPTL 2.36"))


def exit(status=None, /):
    raise SystemExit if status is None else SystemExit(status)


def intern(text, /):
    if not isinstance(text, str):
        raise TypeError(f"intern() argument must be str, not {type(text).__name__}")
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


def getdefaultencoding():
    return "utf-8"


getfilesystemencoding = getdefaultencoding


# What an object of its own takes in CPython, in bytes.
def getsizeof(object, *default):
    size = getattr(type(object), "__sizeof__", None)
    if type(object).__module__ != "builtins" and size is not None and __is_python__(size):
        return object.__sizeof__() + 16
    if object is None:
        return 16
    if isinstance(object, int):
        return 24 + 4 * max(1, -(-object.bit_length() // 30))
    if isinstance(object, float):
        return 24
    if isinstance(object, str):
        if object.isascii():
            return 41 + len(object)
        widest = max(object)
        return 57 + len(object) if widest < "\u0100" else 58 + 2 * len(object) if widest < "\U00010000" else 60 + 4 * len(object)
    if isinstance(object, bytes):
        return 33 + len(object)
    if isinstance(object, tuple):
        return 40 + 8 * len(object)
    if isinstance(object, list):
        return 56 + 8 * len(object)
    if isinstance(object, dict):
        return 64 if not object else 184 if len(object) <= 5 else 352 if len(object) <= 10 else 104 * len(object) // 2
    if isinstance(object, (set, frozenset)):
        return 216 if len(object) <= 4 else 728 if len(object) <= 18 else 64 * len(object)
    return 48


def excepthook(type, value, traceback, /):
    __write_error__(__traceback_text__(value, __texts__(value)))


__excepthook__ = excepthook


# The machine calls this for an exception that nobody handled in the main thread, if the program has a hook of its own.
def _call_hook(error):
    excepthook(type(error), error, error.__traceback__)


def gettrace():
    return None


getprofile = gettrace


# A frame of a call that is running, or was: what it is at is looked for each time.
class _Frame:
    def __init__(self, below, is_own=True):
        *self._below, self._known = below
        self._is_own = is_own
        self.f_code, self.f_globals = self._known[:2]
        self.f_builtins = {}
        self.f_lasti = 0
        self.f_trace = None

    def _now(self):
        running = __frames__() if self._is_own else ()
        if len(running) > len(self._below) and running[len(self._below)][0] is self.f_code:
            self._known = running[len(self._below)]
        return self._known

    @property
    def f_locals(self):
        return self._now()[2]

    @property
    def f_lineno(self):
        return self._now()[3]

    @property
    def f_back(self):
        return _Frame(self._below, self._is_own) if self._below else None

    def clear(self):
        pass

    def __repr__(self):
        code = self.f_code
        return f"<frame at {id(self):#x}, file {code.co_filename!r}, line {self.f_lineno}, code {code.co_name}>"


_Frame.__name__ = _Frame.__qualname__ = "frame"


def _getframe(depth=0, /):
    frames = __frames__()
    if depth >= len(frames):
        raise ValueError("call stack is not deep enough")
    return _Frame(frames[: len(frames) - depth])


# The frame that each thread is in; those of other threads as they stand now.
def _current_frames():
    import threading
    found = {}
    for thread in threading.enumerate():
        frames = __frames__(thread.ident)
        if frames:
            found[thread.ident] = _Frame(frames, thread is threading.current_thread())
    return found


def audit(event, *args):
    pass


def is_finalizing():
    return False


class _Named(tuple):
    def __getattr__(self, name):
        if name in self._names:
            return self[self._names.index(name)]
        raise AttributeError(f"'sys.{self._kind}' object has no attribute {name!r}")

    def __repr__(self):
        return f"sys.{self._kind}({', '.join([f'{name}={value!r}' for name, value in zip(self._names, self)])})"


class _FloatInfo(_Named):
    _kind = "float_info"
    _names = (
        "max", "max_exp", "max_10_exp", "min", "min_exp", "min_10_exp", "dig", "mant_dig", "epsilon", "radix", "rounds",
    )


class _IntInfo(_Named):
    _kind = "int_info"
    _names = ("bits_per_digit", "sizeof_digit", "default_max_str_digits", "str_digits_check_threshold")


class _HashInfo(_Named):
    _kind = "hash_info"
    _names = ("width", "modulus", "inf", "nan", "imag", "algorithm", "hash_bits", "seed_bits", "cutoff")


float_info = _FloatInfo((
    1.7976931348623157e+308, 1024, 308, 2.2250738585072014e-308, -1021, -307, 15, 53, 2.220446049250313e-16, 2, 1,
))
int_info = _IntInfo((30, 4, 4300, 640))
hash_info = _HashInfo((64, 2305843009213693951, 314159, 0, 1000003, "siphash13", 64, 128, 0))
float_repr_style = "short"
orig_argv = ["python3.13"] + argv


def get_int_max_str_digits():
    return 4300


def displayhook(object, /):
    if object is not None:
        stdout.write(repr(object) + "\n")


__displayhook__ = displayhook


# The modules there are: those of the library that were loaded, the program's own, and what the program puts here.
class _Modules(dict):
    def __missing__(self, name):
        found = __module_named__(name)
        if found is None:
            raise KeyError(name)
        self[name] = found
        return found

    def __contains__(self, name):
        return dict.__contains__(self, name) or __module_named__(name) is not None

    def get(self, name, default=None):
        return self[name] if name in self else default


modules = _Modules()
