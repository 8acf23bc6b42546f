"""A promise with callbacks, generic and with slots, written by hand."""

from __future__ import annotations
import threading
from typing import Any, Generic, TypeVar, Callable, Optional
T = TypeVar("T")
class Promise(Generic[T]):
    __slots__ = ("_cond", "_state", "_value", "_callbacks")
    def __init__(self) -> None:
        self._cond = threading.Condition()
        self._state = "PENDING"
        self._value: Any = None
        self._callbacks: list[Callable[[Promise[T]], None]] = []
    def set_result(self, value: T) -> None:
        self._resolve("DONE", value)
    def set_exception(self, exc: BaseException) -> None:
        self._resolve("FAILED", exc)
    def _resolve(self, state: str, value: Any) -> None:
        with self._cond:
            if self._state != "PENDING":
                raise RuntimeError(f"already resolved: {self._state}")
            self._state, self._value = state, value
            self._cond.notify_all()
            cbs, self._callbacks = self._callbacks, []
        for cb in cbs: cb(self)
    def result(self, timeout: Optional[float] = None) -> T:
        with self._cond:
            if not self._cond.wait_for(lambda: self._state != "PENDING", timeout):
                raise TimeoutError("promise timed out")
        if self._state == "FAILED":
            raise self._value
        return self._value
    def then(self, fn: Callable[[T], Any]) -> Promise[Any]:
        nxt: Promise[Any] = Promise()
        def cb(p):
            try:
                nxt.set_result(fn(p.result()))
            except Exception as e:
                nxt.set_exception(e)
        with self._cond:
            if self._state == "PENDING":
                self._callbacks.append(cb)
                return nxt
        cb(self)
        return nxt
def spawn(fn, *a):
    p = Promise()
    def run():
        try: p.set_result(fn(*a))
        except BaseException as e: p.set_exception(e)
    threading.Thread(target=run).start()
    return p
print(spawn(pow, 2, 10).then(lambda x: x + 1).then(str).result(1))
try:
    spawn(lambda: 1 / 0).then(print).result()
except ZeroDivisionError as e:
    print("caught", e)
try:
    Promise().result(timeout=0.05)
except TimeoutError as e:
    print(repr(e))
p = Promise[int]()
p.set_result(3)
try: p.set_result(4)
except RuntimeError as e: print(e)
try: p.foo = 1
except AttributeError as e: print(e)
