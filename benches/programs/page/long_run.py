"""A run of about 100,000 steps: four threads, locks that are held now and then, output, objects that change."""

import threading

ROUNDS = 486


class Account:
    def __init__(self, name, balance):
        self.name = name
        self.balance = balance
        self.lock = threading.Lock()


accounts = [Account(name, 100) for name in ("John", "Jane", "Alice")]


def work(number):
    for turn in range(ROUNDS):
        source = accounts[(number + turn) % 3]
        target = accounts[(number + turn + 1) % 3]
        if turn % 2:
            with source.lock:
                source.balance -= 1
        else:
            source.balance -= 1
        target.balance += 1
        if turn % 50 == 0:
            print(number, turn, source.name, source.balance)


threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print([account.balance for account in accounts])
