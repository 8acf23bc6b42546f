import threading

total = 0


def count():
    global total
    for _ in range(3):
        total += 1


threads = [threading.Thread(target=count) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print("counted:", total)
