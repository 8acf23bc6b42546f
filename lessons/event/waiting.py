import threading
import time

price = None
seen = []
there = threading.Event()


def fetch():
    global price
    time.sleep(0.1)
    price = 42
    there.set()


def worker():
    there.wait()
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
