import threading
import time


def say(words):
    me = threading.current_thread().ident
    print(f"Thread {me} {words}")


class Account:
    def __init__(self):
        self.balance = 0
        self.lock = threading.Lock()

    def deposit(self, amount):
        say("waiting to acquire lock for deposit()")
        with self.lock:
            say("acquired lock for deposit()")
            time.sleep(0.1)
            self._update_balance(amount)

    def _update_balance(self, amount):
        say("waiting to acquire lock for _update_balance()")
        with self.lock:
            say("acquired lock for _update_balance()")
            self.balance += amount


account = Account()
threads = [
    threading.Thread(target=account.deposit, args=(100,))
    for _ in range(3)
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("Final balance:", account.balance)
