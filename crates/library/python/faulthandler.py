# Nothing here crashes as CPython can: what would be dumped then never is.
import sys as _sys

_enabled = False


def enable(file=_sys.stderr, all_threads=True, c_stack=True):
    global _enabled
    _enabled = True


def disable():
    global _enabled
    was, _enabled = _enabled, False
    return was


def is_enabled():
    return _enabled


def dump_traceback(file=_sys.stderr, all_threads=True):
    import threading
    file.write(f"Current thread {threading.get_ident():#018x} (most recent call first):\n")
    for code, names, own, line in reversed(__frames__()):
        file.write(f'  File "{code.co_filename}", line {line} in {code.co_name}\n')


def dump_traceback_later(timeout, repeat=False, file=_sys.stderr, exit=False):
    if timeout <= 0:
        raise ValueError("timeout must be greater than 0")


def cancel_dump_traceback_later():
    pass
