# threads: nondeterministic
"""A lock for readers and writers, made of two locks: a reader sees all of a write or nothing of it."""
import threading

counting, writing = threading.Lock(), threading.Lock()
readers = 0
pair = [0, 0]
seen = []


def read():
    global readers
    with counting:
        readers += 1
        if readers == 1:
            writing.acquire()
    seen.append(tuple(pair))
    with counting:
        readers -= 1
        if readers == 0:
            writing.release()


def write():
    with writing:
        pair[0] = 1
        pair[1] = 1


threads = [threading.Thread(target=work) for work in (read, write)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(seen)
