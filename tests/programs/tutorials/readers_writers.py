"""Readers share, writers exclude: the first reader locks for all readers, the last unlocks."""

import threading


class ReadWriteLock:
    def __init__(self):
        self._readers = 0
        self._count_lock = threading.Lock()
        self._room = threading.Lock()

    def acquire_read(self):
        with self._count_lock:
            self._readers += 1
            if self._readers == 1:
                self._room.acquire()

    def release_read(self):
        with self._count_lock:
            self._readers -= 1
            if self._readers == 0:
                self._room.release()

    def acquire_write(self):
        self._room.acquire()

    def release_write(self):
        self._room.release()


book = {"pages": 0, "words": 0}
lock = ReadWriteLock()
torn = []


def write(times):
    for _ in range(times):
        lock.acquire_write()
        try:
            book["pages"] += 1
            book["words"] += 250
        finally:
            lock.release_write()


def read(times):
    for _ in range(times):
        lock.acquire_read()
        try:
            if book["words"] != book["pages"] * 250:
                torn.append(dict(book))
        finally:
            lock.release_read()


threads = [threading.Thread(target=write, args=(5,)) for _ in range(2)]
threads += [threading.Thread(target=read, args=(8,)) for _ in range(4)]
[t.start() for t in threads]
[t.join() for t in threads]
print(book, "torn reads:", torn)
