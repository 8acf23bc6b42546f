# threads: nondeterministic
"""`__del__` is called by whoever lets go last."""
import threading

said = []


class Guest:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        said.append(self.name)


def visit(name):
    guest = Guest(name)
    guest = None


threads = [threading.Thread(target=visit, args=(name,)) for name in ("Ann", "Ben")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(said)
