import threading as _threading


class ArgumentError(Exception):
    pass


ArgumentError.__module__ = "ctypes"


# A number as C has it: of so many bits.
class _Simple:
    _bits = 32
    _signed = True

    def __init__(self, value=0):
        self.value = value

    @property
    def value(self):
        return self._value

    @value.setter
    def value(self, value):
        if not isinstance(value, int):
            raise TypeError(f"an integer is required (got type {type(value).__name__})")
        value &= (1 << self._bits) - 1
        self._value = value - (1 << self._bits) if self._signed and value >> (self._bits - 1) else value

    def __repr__(self):
        return f"{type(self).__name__}({self.value!r})"


class c_int(_Simple):
    pass


class c_uint(_Simple):
    _signed = False


class c_long(_Simple):
    _bits = 64


class c_ulong(_Simple):
    _bits = 64
    _signed = False


class c_short(_Simple):
    _bits = 16


class c_ushort(_Simple):
    _bits = 16
    _signed = False


class c_byte(_Simple):
    _bits = 8


class c_ubyte(_Simple):
    _bits = 8
    _signed = False


c_int32 = c_int
c_uint32 = c_uint
c_longlong = c_long
c_int64 = c_long
c_ssize_t = c_long
c_ulonglong = c_ulong
c_uint64 = c_ulong
c_size_t = c_ulong
c_int16 = c_short
c_uint16 = c_ushort
c_int8 = c_byte
c_uint8 = c_ubyte


class c_double:
    def __init__(self, value=0.0):
        self.value = float(value)

    def __repr__(self):
        return f"{type(self).__name__}({self.value!r})"


class c_bool:
    def __init__(self, value=False):
        self.value = bool(value)

    def __repr__(self):
        return f"c_bool({self.value!r})"


class py_object:
    def __init__(self, value=None):
        self.value = value

    def __repr__(self):
        return f"py_object({self.value!r})"


class c_void_p:
    def __init__(self, value=None):
        self.value = value


def sizeof(object, /):
    return getattr(object, "_bits", 64) // 8


# What programs call of CPython's own functions: to raise an exception in another thread.
class _PythonAPI:
    class _SetAsyncExc:
        argtypes = None
        restype = c_int

        def __call__(self, ident, error):
            if not (error is None or isinstance(error, (int, py_object))):
                raise ArgumentError("argument 2: TypeError: Don't know how to convert parameter 2")
            ident = getattr(ident, "value", ident)
            error = getattr(error, "value", error)
            if error is None or error == 0:
                return int(_threading._interrupt(ident, None))
            return int(_threading._interrupt(ident, error() if isinstance(error, type) else error))

    def __init__(self):
        self.PyThreadState_SetAsyncExc = self._SetAsyncExc()

    def __getattr__(self, name):
        raise AttributeError(f"Interleave has no {name!r}: there is no machine code here")


pythonapi = _PythonAPI()
