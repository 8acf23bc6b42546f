# threads: nondeterministic
"""Counting words into a shared dict: get, add and set are three steps."""

import threading

counts = {}


def count(words):
    for word in words:
        counts[word] = counts.get(word, 0) + 1


threads = [threading.Thread(target=count, args=(text.split(),)) for text in ("a b a", "b a b")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(counts.items()))
