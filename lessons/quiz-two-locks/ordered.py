import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()


def transfer(payer, payee, amount):
    first, second = sorted([payer, payee], key=id)
    with first.lock:
        with second.lock:
            payer.balance -= amount
            payee.balance += amount


john, jane = Account(100), Account(100)
threads = [
    threading.Thread(target=transfer, args=(john, jane, 10)),
    threading.Thread(target=transfer, args=(jane, john, 20)),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print("John", john.balance, "Jane", jane.balance)
