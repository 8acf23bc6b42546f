"""The built-ins by their module: read, replaced, added to, put back."""

import builtins
import threading
from builtins import len as length

lock = threading.Lock()
plain = builtins.print


def careful(*args, **options):
    with lock:
        plain("[" + threading.current_thread().name + "]", *args, **options)


def count(items):
    print(length(items), "items")


builtins.print = careful
thread = threading.Thread(target=count, args=([1, 2, 3],), name="counter")
thread.start()
thread.join()
builtins.print = plain
print(builtins, builtins.print is print, "careful" in dir(builtins), hasattr(builtins, "abs"))
builtins.answer = 42
print(answer)
try:
    from builtins import nothing
except ImportError as error:
    print(error)
