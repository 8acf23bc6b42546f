"""A circuit breaker as a decorator class, with states as an enum of text."""

import threading, time, functools, enum, random
class State(str, enum.Enum):
    CLOSED = "closed"; OPEN = "open"; HALF_OPEN = "half-open"
class CircuitOpenError(RuntimeError):
    def __init__(self, retry_after): super().__init__(f"circuit open, retry in {retry_after:.1f}s"); self.retry_after = retry_after
class CircuitBreaker:
    def __init__(self, fail_max=3, reset_timeout=.3):
        self.fail_max, self.reset_timeout = fail_max, reset_timeout
        self._fails, self._opened, self._state, self._lock = 0, None, State.CLOSED, threading.Lock()
    @property
    def state(self):
        with self._lock:
            if self._state is State.OPEN and time.monotonic() - self._opened >= self.reset_timeout:
                self._state = State.HALF_OPEN
            return self._state
    def __call__(self, fn):
        @functools.wraps(fn)
        def wrapper(*args, **kw):
            if self.state == State.OPEN: raise CircuitOpenError(self.reset_timeout)
            try: res = fn(*args, **kw)
            except Exception:
                with self._lock:
                    self._fails += 1
                    if self._fails >= self.fail_max or self._state is State.HALF_OPEN:
                        self._state, self._opened = State.OPEN, time.monotonic()
                raise
            else:
                with self._lock: self._fails, self._state = 0, State.CLOSED
                return res
        return wrapper
cb = CircuitBreaker()
ok = False
@cb
def service():
    if not ok: raise ConnectionError("backend down")
    return "pong"
for i in range(5):
    try: print(service())
    except CircuitOpenError as e: print(type(e).__name__, e, e.retry_after)
    except ConnectionError as e: print("fail", e)
    print(cb.state.value, cb.state, repr(cb.state))
time.sleep(.35); print(cb.state.name); ok = True; print(service(), cb.state)
