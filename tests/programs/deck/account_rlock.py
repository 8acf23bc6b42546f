# threads: nondeterministic
"""The same with an RLock: 300 at the end."""

import threading
import time


class Account:
    def __init__(self):
        self.balance = 0
        self.lock = threading.RLock()

    def deposit(self, amount):
        with self.lock:
            print(threading.current_thread().name, "in deposit")
            time.sleep(0.1)
            self._change(amount)

    def _change(self, amount):
        print(threading.current_thread().name, "wants the lock again")
        with self.lock:
            self.balance += amount


account = Account()
threads = [threading.Thread(target=lambda: account.deposit(100)) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("in the account:", account.balance)
