import threading as _threading

_handlers = []


def register(func, *args, **kwargs):
    if not callable(func):
        raise TypeError("the first argument must be callable")
    _handlers.append((func, args, kwargs))
    return func


def unregister(func):
    _handlers[:] = [handler for handler in _handlers if handler[0] != func]


def _ncallbacks():
    return len(_handlers)


def _clear():
    _handlers.clear()


def _run_exitfuncs():
    while _handlers:
        func, args, kwargs = _handlers.pop()
        try:
            func(*args, **kwargs)
        except BaseException as error:
            if not isinstance(error, SystemExit):
                text = __traceback_text__(error, __texts__(error))
                __write_error__(f"Exception ignored in atexit callback {func!r}:\n{text}")


# The machine calls this when the main thread has nothing left to do.
def _finish():
    _threading._wait_for_all()
    _run_exitfuncs()
