# What the program's objects take, as `sys.getsizeof` has it, is not counted as it is made: the numbers are those of the whole heap.
_tracing = False
_peak = 0


def start(nframe=1):
    global _tracing, _peak
    _tracing, _peak = True, 0


def stop():
    global _tracing
    _tracing = False


def is_tracing():
    return _tracing


def get_traced_memory():
    global _peak
    if not _tracing:
        return 0, 0
    size = __heap_bytes__()
    _peak = max(_peak, size)
    return size, _peak


def reset_peak():
    global _peak
    _peak = 0


def clear_traces():
    pass


def take_snapshot():
    raise RuntimeError("take_snapshot() is not supported by Interleave: no one notes where an object was made")
