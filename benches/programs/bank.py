"""A bank of objects: attributes, methods, a dict of accounts, a list of bookings."""


class Account:
    def __init__(self, name, balance):
        self.name = name
        self.balance = balance

    def withdraw(self, amount):
        if amount > self.balance:
            return False
        self.balance -= amount
        return True

    def deposit(self, amount):
        self.balance += amount


names = ["John", "Jane", "Alice"]
accounts = {name: Account(name, 100) for name in names}
bookings = []


def transfer(source, target, amount):
    if accounts[source].withdraw(amount):
        accounts[target].deposit(amount)
        bookings.append((source, target, amount))


for number in range(20_000):
    transfer(names[number % 3], names[(number + 1) % 3], number % 7)
