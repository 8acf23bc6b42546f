"""Raising classes and instances, own exceptions with own fields, bare raise."""


class BankError(Exception):
    pass


class Overdrawn(BankError):
    def __init__(self, missing):
        super().__init__(f"{missing} missing")
        self.missing = missing


def withdraw(balance, amount):
    if amount <= 0:
        raise ValueError
    if amount > balance:
        raise Overdrawn(amount - balance)
    return balance - amount


for amount in (30, 80, -1):
    try:
        print(withdraw(50, amount))
    except BankError as error:
        print("bank:", error, error.missing, error.args)
    except ValueError as error:
        print("value:", repr(error), str(error) == "")

try:
    try:
        withdraw(0, 5)
    except Overdrawn:
        print("pass it on")
        raise
except BankError as error:
    print("again:", error)
