import sys as _sys


# A program's own imports, and the names of modules in its text, say what was loaded before it began.
def import_module(name, package=None):
    if name.startswith("."):
        raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
    found = __module_named__(name)
    if found is None:
        raise ModuleNotFoundError(f"No module named {name!r}")
    return found


def reload(module):
    raise RuntimeError("reload() is not supported by Interleave: a module is loaded once")


def invalidate_caches():
    pass
