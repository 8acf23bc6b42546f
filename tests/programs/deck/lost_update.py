# threads: nondeterministic
"""A balance of 30 and two transfers of 100: 130 when both read before either writes."""

import threading

balance = {"user": 30}


def receive(amount):
    seen = balance["user"]
    new = seen + amount
    balance["user"] = new


both = [threading.Thread(target=receive, args=(100,)) for _ in range(2)]
for thread in both:
    thread.start()
for thread in both:
    thread.join()
print("balance", balance["user"])
