"""A decorator that keeps a lock, and one that tries again, used by threads."""

import threading
from functools import wraps


def synchronized(function):
    lock = threading.RLock()

    @wraps(function)
    def wrapper(*args, **keywords):
        with lock:
            return function(*args, **keywords)

    return wrapper


def retry(times):
    def decorate(function):
        @wraps(function)
        def wrapper(*args):
            for attempt in range(1, times + 1):
                try:
                    return function(*args, attempt)
                except ValueError as error:
                    last = error
            raise RuntimeError(f"{function.__name__} failed {times} times") from last

        return wrapper

    return decorate


total = 0


@synchronized
def add(amount):
    global total
    total += amount


@retry(times=3)
def fetch(name, attempt):
    if attempt < 3 or name == "never":
        raise ValueError(name)
    return f"{name} at attempt {attempt}"


threads = [threading.Thread(target=add, args=(n,)) for n in (1, 2, 3, 4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(total, add.__name__, fetch("page"))
try:
    fetch("never")
except RuntimeError as error:
    print(error, repr(error.__cause__))
