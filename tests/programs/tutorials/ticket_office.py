# threads: nondeterministic
"""Two counters sell the last tickets: checking and selling are two steps."""

import threading
import time

tickets = 3
sold = []


def sell(counter):
    global tickets
    while tickets > 0:
        time.sleep(0)
        tickets -= 1
        sold.append(counter)


counters = [threading.Thread(target=sell, args=(name,)) for name in ("north", "south")]
for counter in counters:
    counter.start()
for counter in counters:
    counter.join()
print(f"{len(sold)} tickets sold, {tickets} left")
if tickets < 0:
    print("oversold!")
