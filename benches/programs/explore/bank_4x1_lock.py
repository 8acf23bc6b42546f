"""Four threads, each making one transfer between three accounts under one lock."""

import threading

ORDERS = [(0, 1, 10), (1, 2, 20), (2, 0, 30), (0, 2, 40)]
accounts = [100, 100, 100]
lock = threading.Lock()


def work(source, target, amount):
    with lock:
        left = accounts[source]
        there = accounts[target]
        accounts[source] = left - amount
        accounts[target] = there + amount


threads = [threading.Thread(target=work, args=order) for order in ORDERS]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(accounts)
