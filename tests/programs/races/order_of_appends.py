# threads: nondeterministic
"""append is atomic, so nothing is lost; but nobody promises the order."""

import threading

items = []


def put(name):
    for n in range(2):
        items.append((name, n))


threads = [threading.Thread(target=put, args=(name,)) for name in "ab"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(items), items)
