# threads: nondeterministic
"""The smallest race: two threads, one unlocked increment each."""

import threading

x = 0


def increment():
    global x
    x += 1


threads = [threading.Thread(target=increment) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(x)
