# threads: nondeterministic
"""Two withdrawals that each fit, and together do not."""

import threading


class Account:
    def __init__(self, balance):
        self.balance = balance

    def withdraw(self, amount):
        if self.balance >= amount:
            self.balance -= amount
            return True
        return False


account = Account(100)
paid = []
threads = [threading.Thread(target=lambda: paid.append(account.withdraw(70))) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(account.balance, sorted(paid))
