"""Three methods on three threads, made to print in order by events."""

import threading


class Foo:
    def __init__(self):
        self.first_done = threading.Event()
        self.second_done = threading.Event()

    def first(self):
        print("first", end=" ")
        self.first_done.set()

    def second(self):
        self.first_done.wait()
        print("second", end=" ")
        self.second_done.set()

    def third(self):
        self.second_done.wait()
        print("third")


for order in ([0, 1, 2], [2, 1, 0], [1, 2, 0]):
    foo = Foo()
    methods = [foo.first, foo.second, foo.third]
    threads = [threading.Thread(target=methods[index]) for index in order]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
