import threading

queue = []
served = []
not_empty = threading.Condition()


def consume():
    with not_empty:
        while not queue:
            not_empty.wait()
        served.append(queue.pop(0))


def produce():
    for item in ["tea", "cake"]:
        with not_empty:
            queue.append(item)
            not_empty.notify()


threads = [
    threading.Thread(target=target)
    for target in (consume, consume, produce)
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print("served:", len(served))
