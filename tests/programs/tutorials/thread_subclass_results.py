"""A subclass of Thread that keeps what its function returned, or raised."""

import threading


class Task(threading.Thread):
    def __init__(self, function, *args, **kwargs):
        super().__init__(daemon=kwargs.pop("daemon", None))
        self._function, self._args, self._kwargs = function, args, kwargs
        self.value = self.error = None

    def run(self):
        try:
            self.value = self._function(*self._args, **self._kwargs)
        except BaseException as error:
            self.error = error

    def result(self):
        self.join()
        if self.error is not None:
            raise self.error
        return self.value


def fibonacci(n, *, verbose=False):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return (n, a) if verbose else a


tasks = [Task(fibonacci, n, verbose=n > 20) for n in (10, 30, 90)]
for task in tasks:
    task.start()
print([task.result() for task in tasks])
bad = Task(fibonacci, "ten")
bad.start()
try:
    bad.result()
except TypeError as error:
    print("failed:", error)
print(bad.is_alive(), bad.daemon, Task.__mro__[1].__name__)
