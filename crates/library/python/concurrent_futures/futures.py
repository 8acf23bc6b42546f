import queue as _queue
import threading

FIRST_COMPLETED = "FIRST_COMPLETED"
FIRST_EXCEPTION = "FIRST_EXCEPTION"
ALL_COMPLETED = "ALL_COMPLETED"

_pools = 0


class Error(Exception):
    __module__ = "concurrent.futures._base"


class CancelledError(Error):
    __module__ = "concurrent.futures._base"


TimeoutError = TimeoutError


class InvalidStateError(Error):
    __module__ = "concurrent.futures._base"


class BrokenExecutor(RuntimeError):
    __module__ = "concurrent.futures._base"


class BrokenThreadPool(BrokenExecutor):
    __module__ = "concurrent.futures.thread"


# What goes to the log in CPython: without the module nobody has changed how it is shown.
def _complain(message, error, level=40):
    logging = __module_named__("logging")
    if logging is not None:
        return logging.getLogger("concurrent.futures").log(level, message, exc_info=error)
    __write_error__(message + "\n" + __traceback_text__(error, __texts__(error)))


# What becomes of a future is told by its event: whoever sets it writes the outcome in the same step. A pool's task is
# taken and cancelled at the pool's queue, so that one of the two comes first.
class Future:
    __class_getitem__ = classmethod(__GenericAlias__)

    def __init__(self):
        self._state = "PENDING"
        self._result = None
        self._exception = None
        self._done = threading._event(True)
        self._tasks = None
        self._waiters = []
        self._callbacks = []

    def _outcome(self, timeout):
        if not self._done.wait(timeout):
            raise TimeoutError()
        if self._state == "CANCELLED":
            raise CancelledError()

    def result(self, timeout=None):
        self._outcome(timeout)
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self, timeout=None):
        self._outcome(timeout)
        return self._exception

    def done(self):
        return self._done.is_set()

    def running(self):
        if self._tasks is not None:
            _peek(self._tasks)
        _look(self._done)
        return self._state == "RUNNING"

    def cancelled(self):
        return self._done.is_set() and self._state == "CANCELLED"

    def cancel(self):
        if self._tasks is not None:
            _claim(self._tasks)
        if self._state in ("RUNNING", "FINISHED"):
            return False
        if self._state == "PENDING":
            self._state = "CANCELLED"
            self._finish("CANCELLED", None, None)
        return True

    def add_done_callback(self, fn):
        if self._done.is_set():
            self._call(fn)
        else:
            self._callbacks.append(fn)

    def _call(self, fn):
        if not __begins_itself__(fn):
            __begin__()
        try:
            fn(*(self,))
        except Exception as error:
            _complain(f"exception calling callback for {self!r}", error)

    def set_running_or_notify_cancel(self):
        if self._state == "CANCELLED":
            return False
        if self._state != "PENDING":
            raise InvalidStateError("Future in unexpected state")
        self._state = "RUNNING"
        return True

    def set_result(self, result):
        self._settle(result, None)

    def set_exception(self, exception):
        self._settle(None, exception)

    def _settle(self, result, exception):
        self._done.set()
        if self._state in ("FINISHED", "CANCELLED"):
            raise InvalidStateError(f"{self._state}: {self!r}")
        self._end("FINISHED", result, exception)

    def _finish(self, state, result, exception):
        self._done.set()
        self._end(state, result, exception)

    def _end(self, state, result, exception):
        self._state = state
        self._result = result
        self._exception = exception
        waiters = self._waiters
        callbacks = self._callbacks
        self._waiters = []
        self._callbacks = []
        for waiter in waiters:
            waiter.put(self)
        for fn in callbacks:
            self._call(fn)

    def __repr__(self):
        _look(self._done)
        state = self._state.lower()
        if self._state == "FINISHED":
            if self._exception is not None:
                state += " raised " + type(self._exception).__name__
            else:
                state += " returned " + type(self._result).__name__
        return f"<{type(self).__name__} at {id(self):#x} state={state}>"


Future.__module__ = "concurrent.futures._base"
