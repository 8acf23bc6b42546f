"""Each thread has its own attributes, and a subclass's __init__ runs for each."""

import threading


class Session(threading.local):
    kind = "of the class"

    def __init__(self, start):
        self.count = start
        self.owner = threading.current_thread().name


session = Session(10)
plain = threading.local()
plain.value = "main"


def use():
    session.count += 1
    print(session.count, session.owner, session.kind, sorted(session.__dict__), hasattr(plain, "value"))


use()
for name in ("A", "B"):
    thread = threading.Thread(target=use, name=name)
    thread.start()
    thread.join()
session.kind = "of this thread"
print(session.count, session.kind, plain.value)
del session.kind
print(session.kind)
for wrong in (lambda: plain.nothing, lambda: threading.local(1)):
    try:
        wrong()
    except (AttributeError, TypeError) as error:
        print(error)
