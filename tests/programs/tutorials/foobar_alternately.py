# threads: nondeterministic
"""Two threads print foo and bar without a lock: the pairs come in any order."""

import sys
import threading


def write(word):
    for _ in range(2):
        sys.stdout.write(word)


threads = [threading.Thread(target=write, args=(word,)) for word in ("foo", "bar")]
for t in threads:
    t.start()
for t in threads:
    t.join()
sys.stdout.write("\n")
