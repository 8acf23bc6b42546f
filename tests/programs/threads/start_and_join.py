"""Threads are started and joined one after the other."""

import threading


def work(name):
    print(name, "works")


first = threading.Thread(target=work, args=("first",))
print(first.is_alive())
first.start()
first.join()
print(first.is_alive())
second = threading.Thread(target=work, args=("second",))
second.start()
second.join()
print("both done")
