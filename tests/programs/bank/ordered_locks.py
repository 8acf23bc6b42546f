"""A lock for each account, always taken in the same order: no deadlock, no loss."""

import threading


class Account:
    def __init__(self, number, balance):
        self.number, self.balance = number, balance
        self.lock = threading.Lock()


def move(source, target, amount):
    low, high = sorted((source, target), key=lambda account: account.number)
    with low.lock, high.lock:
        source.balance -= amount
        target.balance += amount


a, b = Account(1, 50), Account(2, 50)
threads = [
    threading.Thread(target=move, args=(a, b, 5)),
    threading.Thread(target=move, args=(b, a, 8)),
    threading.Thread(target=move, args=(a, b, 1)),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(a.balance, b.balance)
