"""Threads that share nothing need no lock: each fills a list of its own."""

import threading


def fill(own, n):
    for k in range(n):
        own.append(k * k)


lists = [[] for _ in range(3)]
threads = []
for number, own in enumerate(lists):
    thread = threading.Thread(target=fill, args=(own, number + 2))
    threads.append(thread)
    thread.start()
for thread in threads:
    thread.join()
print(lists)
