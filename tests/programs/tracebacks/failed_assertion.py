"""An assertion with a message, in a function."""


def transfer(accounts, amount):
    before = sum(accounts)
    accounts[0] -= amount
    accounts[1] += amount + 1
    assert sum(accounts) == before, f"{sum(accounts) - before} too much"


transfer([100, 100], 10)
