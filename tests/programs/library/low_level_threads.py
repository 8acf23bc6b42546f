"""_thread, which threading is made of: threads without objects, and locks."""

import _thread
import time


def count(name, delay, times=2):
    for number in range(times):
        time.sleep(delay)
        print("%s: %d" % (name, number))


_thread.start_new_thread(count, ("first", 0.2))
_thread.start_new_thread(count, ("second", 0.5), {"times": 3})
_thread.start_new_thread(_thread.exit, ())
time.sleep(2)
lock = _thread.allocate_lock()
with lock:
    print(lock.locked(), isinstance(lock, _thread.LockType), lock.acquire(False))
for args in ((3, ()), (print, []), (print, (), 3)):
    try:
        _thread.start_new_thread(*args)
    except TypeError as error:
        print(error)
print(_thread.error is RuntimeError, isinstance(_thread.get_ident(), int))
