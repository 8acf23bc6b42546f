"""Uncaught exceptions of all threads are collected by one hook."""

import threading

caught = []


def hook(args):
    caught.append((args.thread.name, args.exc_type.__name__, str(args.exc_value)))


threading.excepthook = hook


def fail(kind, message):
    raise kind(message)


threads = [
    threading.Thread(target=fail, args=(ValueError, "a bad value"), name="first"),
    threading.Thread(target=fail, args=(KeyError, "a missing key"), name="second"),
    threading.Thread(target=int, args=("twelve",), name="third"),
]
for thread in threads:
    thread.start()
    thread.join()
for entry in caught:
    print(*entry, sep=": ")
