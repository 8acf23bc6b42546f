"""A decorator tries again, on threads whose service fails at first."""

import functools
import threading
import time


def retry(times, delay=0.01, errors=(ConnectionError,)):
    def decorate(function):
        @functools.wraps(function)
        def wrapper(*args, **kwargs):
            for attempt in range(1, times + 1):
                try:
                    return function(*args, **kwargs), attempt
                except errors as error:
                    if attempt == times:
                        raise RuntimeError(f"{function.__name__} gave up") from error
                    time.sleep(delay * 2**attempt)

        return wrapper

    return decorate


class Service:
    def __init__(self, failures):
        self.failures = failures
        self.lock = threading.Lock()

    @retry(3)
    def call(self):
        with self.lock:
            if self.failures:
                self.failures -= 1
                raise ConnectionError("refused")
        return "ok"


results = {}


def use(name, failures):
    try:
        results[name] = Service(failures).call()
    except RuntimeError as error:
        results[name] = f"{error} because {error.__cause__!r}"


threads = [threading.Thread(target=use, args=(f"service {n}", n)) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
for name, result in sorted(results.items()):
    print(name, "->", result)
