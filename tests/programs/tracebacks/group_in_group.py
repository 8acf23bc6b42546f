"""An uncaught exception group shows the exceptions in it, and the groups in that."""

import threading


def fetch(name):
    raise ConnectionError(f"no answer from {name}")


def collect(errors, function, *args):
    try:
        function(*args)
    except Exception as error:
        error.add_note(f"in {threading.current_thread().name}")
        errors.append(error)


def parse():
    try:
        int("three")
    except ValueError as error:
        raise TypeError("not a number") from error


errors = []
for place, job in enumerate([(fetch, "alpha"), (fetch, "beta"), (parse,)]):
    thread = threading.Thread(target=collect, args=(errors, *job), name=f"worker {place}")
    thread.start()
    thread.join()
raise ExceptionGroup("all of them", [ExceptionGroup("downloads", errors[:2]), errors[2], ValueError("never raised")])
