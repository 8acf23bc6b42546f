"""Two threads, each making two transfers between three accounts without a lock."""

import threading

ORDERS = [(0, 1, 10), (1, 2, 20), (2, 0, 30), (0, 2, 40)]
accounts = [100, 100, 100]


def work(orders):
    for source, target, amount in orders:
        left = accounts[source]
        there = accounts[target]
        accounts[source] = left - amount
        accounts[target] = there + amount


threads = [threading.Thread(target=work, args=(ORDERS[number * 2 : (number + 1) * 2],)) for number in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(accounts)
