def _bootstrap(thread):
    try:
        thread.run()
    except BaseException as error:
        if excepthook is __excepthook__:
            raise
        excepthook(ExceptHookArgs((type(error), error, error.__traceback__, thread)))


class ExceptHookArgs(tuple):
    def __getattr__(self, name):
        if name not in _HOOK_FIELDS:
            raise AttributeError(f"'_thread._ExceptHookArgs' object has no attribute '{name}'")
        return self[_HOOK_FIELDS.index(name)]

    def __repr__(self):
        fields = ", ".join([f"{name}={value!r}" for name, value in zip(_HOOK_FIELDS, self)])
        return f"_thread._ExceptHookArgs({fields})"


ExceptHookArgs.__name__ = ExceptHookArgs.__qualname__ = "_ExceptHookArgs"
ExceptHookArgs.__module__ = "_thread"
_HOOK_FIELDS = ("exc_type", "exc_value", "exc_traceback", "thread")


def excepthook(args, /):
    if args.exc_type is not SystemExit:
        name = args.thread.name if args.thread is not None else get_ident()
        text = __traceback_text__(args.exc_value, __texts__(args.exc_value))
        __write_error__(f"Exception in thread {name}:\n{text}")


__excepthook__ = excepthook


def current_thread():
    return _current()


def currentThread():
    _deprecated("currentThread", "current_thread()")
    return _current()


def main_thread():
    return _main_thread


def get_native_id():
    return get_ident()


def enumerate():
    return _threads()


# The threads by their idents, as the module's own dict has them in CPython.
class _Active:
    def __getattr__(self, name):
        return getattr({thread.ident: thread for thread in _threads()}, name)

    def __iter__(self):
        return iter([thread.ident for thread in _threads()])

    def __len__(self):
        return len(_threads())

    def __getitem__(self, ident):
        return {thread.ident: thread for thread in _threads()}[ident]

    def __contains__(self, ident):
        return ident in [thread.ident for thread in _threads()]


_active = _Active()


def active_count():
    return len(_threads())


def activeCount():
    _deprecated("activeCount", "active_count()")
    return len(_threads())


_trace = None
_profile = None


def settrace(func):
    global _trace
    _trace = func


settrace_all_threads = settrace


def gettrace():
    return _trace


def setprofile(func):
    global _profile
    _profile = func


setprofile_all_threads = setprofile


def getprofile():
    return _profile


_stack_size = 0


def stack_size(size=None, /):
    global _stack_size
    before = _stack_size
    if size is None:
        return before
    if size < 0:
        raise ValueError("size must be 0 or a positive value")
    if 0 < size < 32768:
        raise ValueError(f"size not valid: {size} bytes")
    _stack_size = size
    return before


def _shutdown():
    pass


def _where(thing):
    return f"{type(thing).__module__}.{type(thing).__qualname__} at {id(thing):#x}"


# What the main thread does when it has nothing else left to do.
def _wait_for_all():
    waiting = True
    while waiting:
        waiting = False
        for thread in _threads():
            if thread is not _main_thread and not thread._daemon and thread._number > 0:
                _join(thread._number, None)
                waiting = True
