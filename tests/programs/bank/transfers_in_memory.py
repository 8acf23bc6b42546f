"""Three accounts, four transfers, one thread: nothing is lost."""


class Account:
    def __init__(self, name, balance):
        self.name, self.balance = name, balance


bank = {1: Account("John", 100), 2: Account("Jane", 100), 3: Account("Alice", 100)}


def move(source, target, amount):
    bank[source].balance -= amount
    bank[target].balance += amount


for order in [(1, 2, 10), (2, 3, 10), (1, 3, 10), (3, 1, 10)]:
    move(*order)
for account in bank.values():
    print(f"{account.name:<6}{account.balance:>5}")
print("in the bank:", sum(account.balance for account in bank.values()))
