"""What was probably meant: names in reach, attributes, an attribute of self, a module not imported."""

import threading

counter = 0


class Account:
    def __init__(self):
        self.balance = 100
        self._owner = "Ann"

    def misspelt(self):
        return self.blance

    def private(self):
        return self.owner

    def without_self(self):
        return balance


def local_name():
    total = 1
    return totl + total


account = Account()
programs = [
    account.misspelt,
    account.private,
    account.without_self,
    local_name,
    lambda: cuonter,
    lambda: prnt("x"),
    lambda: threading.Lok(),
    lambda: [].appendd(1),
    lambda: account.owner,
    lambda: time.sleep(1),
    lambda: nothing_like_it,
]
for number, program in enumerate(programs):
    thread = threading.Thread(target=program, name=f"worker {number}")
    thread.start()
    thread.join()
account.balnce += 1
