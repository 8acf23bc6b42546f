"""Threads that run closures, lambdas and bound methods."""

import threading


class Log:
    def __init__(self):
        self.lines = []

    def write(self, line):
        self.lines.append(line)


def collector():
    found = []

    def put(item):
        nonlocal found
        found = found + [item]

    return put, lambda: found


log = Log()
put, found = collector()
for thread in (
    threading.Thread(target=log.write, args=("bound",)),
    threading.Thread(target=put, args=("closure",)),
    threading.Thread(target=lambda: put("lambda")),
    threading.Thread(target=lambda line="default": log.write(line)),
):
    thread.start()
    thread.join()
print(log.lines, found())
