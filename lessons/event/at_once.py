import threading
import time

price = None
seen = []


def fetch():
    global price
    time.sleep(0.1)
    price = 42


def worker():
    seen.append(price)


threads = [
    threading.Thread(target=target)
    for target in (worker, worker, fetch)
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print("the workers saw:", seen)
