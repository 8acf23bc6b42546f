"""An RLock can be taken again by the thread that holds it."""

import threading


class Account:
    def __init__(self):
        self.balance = 0
        self.lock = threading.RLock()

    def deposit(self, amount):
        with self.lock:
            self._add(amount)

    def deposit_all(self, amounts):
        with self.lock:
            for amount in amounts:
                self.deposit(amount)

    def _add(self, amount):
        with self.lock:
            self.balance += amount


account = Account()
threads = [threading.Thread(target=account.deposit_all, args=([n, n],)) for n in (10, 20, 30)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(account.balance)

lock = threading.RLock()
print(lock.acquire(), lock.acquire())
lock.release()
lock.release()
try:
    lock.release()
except RuntimeError as error:
    print(error)
