"""An exception inside methods of a class, through super()."""


class Account:
    def __init__(self, balance):
        self.balance = balance

    def withdraw(self, amount):
        if amount > self.balance:
            raise ValueError(f"cannot take {amount} of {self.balance}")
        self.balance -= amount


class Logged(Account):
    def withdraw(self, amount):
        print("withdraw", amount)
        super().withdraw(amount)


account = Logged(50)
account.withdraw(20)
account.withdraw(40)
