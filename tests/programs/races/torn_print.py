# threads: nondeterministic
"""print writes text and end apart: another thread's text can come between."""

import threading


def shout(name):
    for n in range(3):
        print(f"{name}{n}", end=f" ({name} ended)\n")


threads = [threading.Thread(target=shout, args=(name,)) for name in "abc"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
