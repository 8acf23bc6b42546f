import threading

STEPS = (1, 1, 1)
counted = []


def count():
    for step in STEPS:
        counted.append(step)


threads = [threading.Thread(target=count) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

total = len(counted)
print("counted:", total)
