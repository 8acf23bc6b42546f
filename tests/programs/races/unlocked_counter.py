# threads: nondeterministic
"""x += 1 in four threads without a lock: three steps that a switch can cut apart."""

import threading

x = 0


def count(times):
    global x
    for _ in range(times):
        x += 1


threads = [threading.Thread(target=count, args=(1000,)) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(x)
