"""Transfers between accounts take both locks in the order of the account numbers."""

import threading
from dataclasses import dataclass, field


@dataclass
class Account:
    number: int
    balance: int
    lock: threading.Lock = field(default_factory=threading.Lock, repr=False)


class InsufficientFunds(Exception):
    pass


def transfer(source, target, amount):
    first, second = sorted((source, target), key=lambda account: account.number)
    with first.lock, second.lock:
        if source.balance < amount:
            raise InsufficientFunds(f"{source.number} has only {source.balance}")
        source.balance -= amount
        target.balance += amount


def pay_round(accounts, step, refused):
    for i, account in enumerate(accounts):
        try:
            transfer(account, accounts[(i + step) % len(accounts)], 30)
        except InsufficientFunds as error:
            refused.append(str(error))


accounts = [Account(number, 100) for number in range(1, 5)]
refused = []
threads = [threading.Thread(target=pay_round, args=(accounts, step, refused)) for step in (1, 2, 3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("total", sum(account.balance for account in accounts))
print("all in credit:", all(account.balance >= 0 for account in accounts))
print(Account(9, 5))
