"""ExitStack, and output sent elsewhere."""

import io
import threading
from contextlib import ExitStack, contextmanager, redirect_stdout, suppress


@contextmanager
def held(lock, name):
    with lock:
        print("has", name)
        yield
    print("gave back", name)


locks = {name: threading.Lock() for name in ("left", "middle", "right")}
with ExitStack() as stack:
    for name in sorted(locks):
        stack.enter_context(held(locks[name], name))
    stack.callback(print, "first to go", sep="")
    print([lock.locked() for lock in locks.values()])
print([lock.locked() for lock in locks.values()])

try:
    with ExitStack() as stack:
        stack.enter_context(held(locks["left"], "left"))
        raise RuntimeError("inside")
except RuntimeError as error:
    print("outside:", error, locks["left"].locked())
with ExitStack() as stack:
    stack.enter_context(suppress(KeyError))
    raise KeyError
with ExitStack() as stack:
    stack.callback(print, "kept")
    kept = stack.pop_all()
print("before")
kept.close()

text = io.StringIO()
with redirect_stdout(text):
    print("not shown", 1)
print(repr(text.getvalue()))
