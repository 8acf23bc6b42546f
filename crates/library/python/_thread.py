import threading as _threading

allocate_lock = allocate = LockType = lock = _threading.Lock
RLock = _threading.RLock
get_ident = _threading.get_ident
get_native_id = _threading.get_native_id
stack_size = _threading.stack_size
error = RuntimeError
TIMEOUT_MAX = _threading.TIMEOUT_MAX


class _DummyThread(_threading.Thread):
    def __init__(self, function, args, kwargs):
        super().__init__(None, function, _threading._new_name("Dummy-%d"), args, kwargs, daemon=True)

    def run(self):
        function = self._target
        try:
            super().run()
        except SystemExit:
            pass
        except BaseException as error:
            text = __traceback_text__(error, __texts__(error))
            __write_error__(f"Exception ignored in thread started by: {function!r}\n{text}")


def start_new_thread(function, args, kwargs={}, /):
    if not callable(function):
        raise TypeError("first arg must be callable")
    if not isinstance(args, tuple):
        raise TypeError("2nd arg must be a tuple")
    if not isinstance(kwargs, dict):
        raise TypeError("optional 3rd arg must be a dictionary")
    thread = _DummyThread(function, args, kwargs)
    thread.start()
    return thread.ident


start_new = start_new_thread


def exit():
    raise SystemExit


exit_thread = exit


# The main thread's handler is called before its next instruction.
def interrupt_main(signum=2, /):
    signal = __module_named__("signal")
    if not 0 < signum < 65:
        raise ValueError("signal number out of range")
    if signal is not None:
        signal._send(signum)
    elif signum == 2:
        _threading._interrupt(_threading.main_thread().ident, KeyboardInterrupt())


def _count():
    return _threading.active_count() - 1
