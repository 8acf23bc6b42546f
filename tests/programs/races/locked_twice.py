# threads: nondeterministic
"""Reading under a lock and writing under a lock is not adding under a lock."""
import threading


class Account:
    def __init__(self):
        self.lock = threading.Lock()
        self._balance = 0

    @property
    def balance(self):
        with self.lock:
            return self._balance

    @balance.setter
    def balance(self, value):
        with self.lock:
            self._balance = value


account = Account()


def deposit():
    account.balance += 1


threads = [threading.Thread(target=deposit) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(account.balance)
