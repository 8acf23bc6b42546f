"""A promise for a value, written by hand with a condition."""

import threading
import time


class Promise:
    _unset = object()

    def __init__(self):
        self._condition = threading.Condition()
        self._value = self._unset
        self._error = None
        self._callbacks = []

    def resolve(self, value):
        self._settle(value, None)

    def reject(self, error):
        self._settle(None, error)

    def _settle(self, value, error):
        with self._condition:
            if self._value is not self._unset:
                raise RuntimeError("already settled")
            self._value, self._error = value, error
            self._condition.notify_all()
            callbacks, self._callbacks = self._callbacks, []
        for callback in callbacks:
            callback(self)

    def then(self, callback):
        self._callbacks.append(callback)
        return self

    def get(self, timeout=None):
        with self._condition:
            if not self._condition.wait_for(lambda: self._value is not self._unset, timeout):
                raise TimeoutError("no value yet")
            if self._error:
                raise self._error
            return self._value


def later(promise, action, value):
    def run():
        time.sleep(0.01)
        getattr(promise, action)(value)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join()
    return promise


try:
    Promise().get(timeout=0.05)
except TimeoutError as error:
    print("timeout:", error)
promise = later(Promise().then(lambda p: print("called back")), "resolve", 42)
print(promise.get(timeout=2))
try:
    later(Promise(), "reject", KeyError("lost")).get()
except KeyError as error:
    print("rejected:", error)
try:
    promise.resolve(43)
except RuntimeError as error:
    print(error)
