# threads: nondeterministic
"""Tasks that are methods of a list come in any order."""
from concurrent.futures import ThreadPoolExecutor

order = []
with ThreadPoolExecutor(2) as pool:
    pool.submit(order.append, 1)
    pool.submit(order.append, 2)
print(order)
