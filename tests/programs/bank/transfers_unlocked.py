# threads: nondeterministic
"""The same four transfers, each on its own thread, with reads before writes."""

import threading

balances = [100, 100, 100]


def move(source, target, amount):
    from_balance = balances[source]
    to_balance = balances[target]
    balances[source] = from_balance - amount
    balances[target] = to_balance + amount


orders = [(0, 1, 10), (1, 2, 10), (0, 2, 10), (2, 0, 10)]
threads = [threading.Thread(target=move, args=order) for order in orders]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(balances, sum(balances))
