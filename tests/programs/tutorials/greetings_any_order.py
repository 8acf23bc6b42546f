# threads: nondeterministic
"""Three threads greet as they come."""

import threading


def greet(name):
    print(f"hello from {name}\n", end="")


threads = [threading.Thread(target=greet, args=(name,)) for name in ("one", "two", "three")]
for thread in threads:
    thread.start()
print("main waits\n", end="")
for thread in threads:
    thread.join()
print("all done")
