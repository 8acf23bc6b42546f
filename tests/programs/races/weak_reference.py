# threads: nondeterministic
"""Whether a weak reference still finds its object depends on when the other thread lets go of it."""
import threading
import weakref


class Page:
    pass


pages = [Page()]
look = weakref.ref(pages[0])
found = []


def read():
    found.append(look() is not None)


def close():
    pages.clear()


threads = [threading.Thread(target=work) for work in (read, close)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(found)
