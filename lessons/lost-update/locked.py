import threading


class Account:
    def __init__(self, balance):
        self.balance = balance
        self.lock = threading.Lock()


def pay_in(amount):
    with account.lock:
        balance = account.balance
        balance = balance + amount
        account.balance = balance


account = Account(30)

payments = [
    threading.Thread(target=pay_in, args=(100,))
    for _ in range(2)
]
for payment in payments:
    payment.start()
for payment in payments:
    payment.join()

print("Balance:", account.balance)
