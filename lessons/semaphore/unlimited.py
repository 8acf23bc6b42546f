import threading
import time

connected = []
seen = []


def query(number):
    connected.append(number)
    seen.append(len(connected))
    time.sleep(0.1)
    connected.remove(number)


threads = [
    threading.Thread(target=query, args=(number,))
    for number in range(5)
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print("connected at once, at most:", max(seen))
