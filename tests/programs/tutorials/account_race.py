# threads: nondeterministic
"""An account without a lock: some deposits are lost when threads switch between reading and writing."""

import threading
import time


class Account:
    def __init__(self):
        self.balance = 0

    def deposit(self, amount):
        current = self.balance
        time.sleep(0)
        self.balance = current + amount


account = Account()
threads = [threading.Thread(target=account.deposit, args=(10,)) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("balance:", account.balance)
print("ok" if account.balance == 30 else "money was lost")
