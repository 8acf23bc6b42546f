# threads: nondeterministic
"""The main thread does not wait: its last line can come anywhere."""

import threading


def say(name):
    print("hello from", name)


for name in ("a", "b"):
    threading.Thread(target=say, args=(name,)).start()
print("main is at its end")
