"""Accounts with private names, ordered by number for transfers."""

import threading
import time
import random
from datetime import datetime

class InsufficientFunds(Exception):
    """Raised when the account balance is too low."""
    def __init__(self, needed, available):
        self.needed = needed
        self.available = available
        super().__init__(f"Need ${needed:,.2f} but only ${available:,.2f} available")

class BankAccount:
    _next_id = 1
    _id_lock = threading.Lock()
    def __init__(self, owner, balance=0.0):
        with BankAccount._id_lock:
            self.id = BankAccount._next_id
            BankAccount._next_id += 1
        self.owner = owner
        self.__balance = balance
        self._lock = threading.RLock()
        self.__history = []
    @property
    def balance(self):
        with self._lock:
            return self.__balance
    def deposit(self, amount):
        if amount <= 0:
            raise ValueError("Deposit must be positive")
        with self._lock:
            self.__balance += amount
            self.__history.append(("deposit", amount))
    def withdraw(self, amount):
        with self._lock:
            if amount > self.__balance:
                raise InsufficientFunds(amount, self.__balance)
            self.__balance -= amount
            self.__history.append(("withdraw", amount))
    def __lt__(self, other): return self.id < other.id
    def __str__(self): return f"Account #{self.id:03d} [{self.owner:^10}] ${self.balance:>10,.2f}"
    def __len__(self): return len(self.__history)

def transfer(src, dst, amount):
    first, second = sorted((src, dst))
    with first._lock, second._lock:
        src.withdraw(amount)
        dst.deposit(amount)

a, b = BankAccount("Alice", 1_000), BankAccount("Bob", 500.50)
threads = []
for i in range(10):
    threads.append(threading.Thread(target=transfer, args=(a, b, 25)))
    threads.append(threading.Thread(target=transfer, args=(b, a, 10)))
for t in threads: t.start()
for t in threads: t.join()
print(a); print(b); print(len(a), len(b))
try:
    transfer(a, b, 1e6)
except InsufficientFunds as e:
    print("Error:", e, e.args, e.needed)
try:
    a.__balance
except AttributeError as e:
    print(e)
print(a._BankAccount__balance)
