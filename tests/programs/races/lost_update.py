# threads: nondeterministic
"""Two threads read 30 and add 100 each: the later write hides the earlier one."""

import threading
import time


class Account:
    def __init__(self, balance):
        self.balance = balance


def deposit(account, amount, pause):
    seen = account.balance
    time.sleep(pause)
    account.balance = seen + amount


account = Account(30)
threads = [threading.Thread(target=deposit, args=(account, 100, 0.01)) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("balance:", account.balance)
