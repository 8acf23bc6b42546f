import threading

parts = [0, 0, 0]
totals = [0, 0, 0]
all_here = threading.Barrier(3)


def worker(number):
    parts[number] = number + 1
    all_here.wait()
    totals[number] = sum(parts)


threads = [
    threading.Thread(target=worker, args=(number,))
    for number in range(3)
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print("totals:", totals)
