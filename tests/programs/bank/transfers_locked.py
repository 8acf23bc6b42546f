"""The same with one lock around each transfer: 300 whatever happens."""

import threading
from concurrent.futures import ThreadPoolExecutor

balances = [100, 100, 100]
lock = threading.Lock()


def move(source, target, amount):
    with lock:
        from_balance, to_balance = balances[source], balances[target]
        balances[source] = from_balance - amount
        balances[target] = to_balance + amount


with ThreadPoolExecutor(max_workers=10) as pool:
    for order in [(0, 1, 10), (1, 2, 10), (0, 2, 10), (2, 0, 10)]:
        pool.submit(move, *order)
print(balances, sum(balances))
