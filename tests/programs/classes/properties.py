"""property with a getter, a setter and a computed value."""


class Account:
    def __init__(self, cents):
        self._cents = cents

    @property
    def balance(self):
        return self._cents / 100

    @balance.setter
    def balance(self, value):
        if value < 0:
            raise ValueError("no debts")
        self._cents = int(value * 100)

    @property
    def rich(self):
        return self._cents > 100_000


account = Account(1250)
print(account.balance, account.rich)
account.balance += 2000
print(account.balance, account.rich)
try:
    account.balance = -1
except ValueError as error:
    print(error)
try:
    account.rich = True
except AttributeError as error:
    print(error)
