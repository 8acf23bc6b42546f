garbage = []
callbacks = []
DEBUG_STATS = 1
DEBUG_COLLECTABLE = 2
DEBUG_UNCOLLECTABLE = 4
DEBUG_SAVEALL = 32
DEBUG_LEAK = 38
_enabled = True
_threshold = (2000, 10, 0)


# Nothing here is kept alive or let go by counting references: all that is left to do is to tell weak references.
def collect(generation=2):
    __collect__()
    weakref = __module_named__("weakref")
    if weakref is not None:
        weakref._settle()
    return 0


def get_objects(generation=None):
    raise RuntimeError("get_objects() is not supported by Interleave")


def is_tracked(obj):
    return True


def enable():
    global _enabled
    _enabled = True


def disable():
    global _enabled
    _enabled = False


def isenabled():
    return _enabled


def get_threshold():
    return _threshold


def set_threshold(threshold0, threshold1=10, threshold2=10):
    global _threshold
    _threshold = (threshold0, threshold1, threshold2)


def get_count():
    return (0, 0, 0)


def get_debug():
    return 0


def set_debug(flags):
    pass


def freeze():
    pass


def unfreeze():
    pass
