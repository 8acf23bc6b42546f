# threads: nondeterministic
"""A call of a class is a place where another thread can come in, under the GIL too."""
import threading

count = 0


def add(text):
    global count
    before = count
    count = before + int(text)


threads = [threading.Thread(target=add, args=(text,)) for text in ("1", "2")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(count)
