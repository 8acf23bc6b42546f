import _groups
import _async
import concurrent.futures as _futures
import contextvars as _contextvars
import heapq as _heapq
from math import ceil as _ceil
import queue as _queues
import threading as _threading
import time as _time
import traceback as _traceback

FIRST_COMPLETED = _futures.FIRST_COMPLETED
FIRST_EXCEPTION = _futures.FIRST_EXCEPTION
ALL_COMPLETED = _futures.ALL_COMPLETED
TimeoutError = TimeoutError


class CancelledError(BaseException):
    __module__ = "asyncio.exceptions"


class InvalidStateError(Exception):
    __module__ = "asyncio.exceptions"


class Future:
    _state = "PENDING"
    _result = None
    _exception = None
    _log_traceback = False
    _cancel_message = None

    def __init__(self, *, loop=None):
        self._loop = get_event_loop() if loop is None else loop
        self._callbacks = []

    def get_loop(self):
        return self._loop

    def done(self):
        return self._state != "PENDING"

    def cancelled(self):
        return self._state == "CANCELLED"

    def cancel(self, msg=None):
        if self._state != "PENDING":
            return False
        self._state = "CANCELLED"
        self._cancel_message = msg
        self._schedule_callbacks()
        return True

    def _cancelled_error(self):
        message = self._cancel_message
        return CancelledError() if message is None else CancelledError(message)

    def result(self):
        if self._state == "CANCELLED":
            raise self._cancelled_error()
        if self._state != "FINISHED":
            raise InvalidStateError("Result is not set.")
        self._log_traceback = False
        if self._exception is not None:
            raise self._exception
        return self._result

    def exception(self):
        if self._state == "CANCELLED":
            raise self._cancelled_error()
        if self._state != "FINISHED":
            raise InvalidStateError("Exception is not set.")
        self._log_traceback = False
        return self._exception

    def set_result(self, result):
        if self._state != "PENDING":
            raise InvalidStateError("invalid state")
        self._result = result
        self._state = "FINISHED"
        self._schedule_callbacks()

    def set_exception(self, exception):
        if self._state != "PENDING":
            raise InvalidStateError("invalid state")
        if isinstance(exception, type):
            exception = exception()
        if type(exception) is StopIteration:
            raise TypeError("StopIteration interacts badly with generators and cannot be raised into a Future")
        self._exception = exception
        self._log_traceback = True
        self._state = "FINISHED"
        self._schedule_callbacks()

    def _schedule_callbacks(self):
        callbacks = self._callbacks
        self._callbacks = []
        for callback, context in callbacks:
            self._loop.call_soon(callback, self, context=context)

    def add_done_callback(self, fn, *, context=None):
        if self._state != "PENDING":
            self._loop.call_soon(fn, self, context=context)
        else:
            self._callbacks.append((fn, context or _contextvars.copy_context()))

    def remove_done_callback(self, fn):
        kept = [pair for pair in self._callbacks if pair[0] != fn]
        removed = len(self._callbacks) - len(kept)
        self._callbacks = kept
        return removed

    def __await__(self):
        if not self.done():
            yield self
        if not self.done():
            raise RuntimeError("await wasn't used with future")
        return self.result()

    __iter__ = __await__

    @classmethod
    def __class_getitem__(cls, item):
        return cls

    def _shown(self):
        parts = [self._state.lower()]
        if self._state == "FINISHED":
            if self._exception is not None:
                parts.append(f"exception={self._exception!r}")
            else:
                parts.append(f"result={self._result!r}")
        if self._callbacks:
            parts.append(f"cb=[{', '.join([_called(callback) for callback, context in self._callbacks])}]")
        return parts

    def __repr__(self):
        return f"<{type(self).__name__} {' '.join(self._shown())}>"


def _called(callback, args=()):
    name = getattr(callback, "__qualname__", None)
    if name is None:
        return repr(callback)
    code = getattr(callback, "__code__", None)
    if name == "Task._wakeup" or name == "TaskGroup._finished":
        return {"Task._wakeup": "Task.task_wakeup()", "TaskGroup._finished": "TaskGroup._on_task_done()"}[name]
    shown = ", ".join([repr(arg) for arg in args])
    return f"{name}({shown})" + ("" if code is None else f" at {code.co_filename}:{code.co_firstlineno}")


class Handle:
    def __init__(self, callback, args, loop, context=None):
        self._callback = callback
        self._args = args
        self._loop = loop
        self._context = context or _contextvars.copy_context()
        self._cancelled = False

    def cancel(self):
        self._cancelled = True

    def cancelled(self):
        return self._cancelled

    def _run(self):
        try:
            self._context.run(self._callback, *self._args)
        except (SystemExit, KeyboardInterrupt):
            raise
        except BaseException as error:
            message = f"Exception in callback {_called(self._callback, self._args)}"
            self._loop.call_exception_handler({"message": message, "exception": error, "handle": self})


class TimerHandle(Handle):
    def __init__(self, when, callback, args, loop, context=None):
        Handle.__init__(self, callback, args, loop, context)
        self._when = when

    def when(self):
        return self._when


def isfuture(obj):
    return isinstance(obj, Future)


def wrap_future(future, *, loop=None):
    if isinstance(future, Future):
        return future
    loop = get_event_loop() if loop is None else loop
    wrapped = loop.create_future()
    loop._expected += 1

    def copy():
        loop._expected -= 1
        if not wrapped.done():
            _copy(future, wrapped)

    def stop(done):
        if done.cancelled():
            future.cancel()

    future.add_done_callback(lambda done: loop.call_soon_threadsafe(copy))
    wrapped.add_done_callback(stop)
    return wrapped


def _copy(source, target):
    if source.cancelled():
        target.cancel()
    elif source.exception() is not None:
        target.set_exception(source.exception())
    else:
        target.set_result(source.result())
