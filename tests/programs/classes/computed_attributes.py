"""Attributes that are computed, before and after the plain ones are looked for."""


class Watched:
    def __init__(self):
        self.seen = []
        self.balance = 100

    def __getattribute__(self, name):
        if name != "seen":
            self.seen.append(name)
        return super().__getattribute__(name)

    def __getattr__(self, name):
        return f"no {name}"

    def total(self):
        return self.balance * 2


account = Watched()
print(account.balance, account.total(), account.missing, account.seen)
print(getattr(account, "balance"), hasattr(account, "other"), getattr(account, "nothing", None))
