import threading
import time


def wait_for_reply():
    time.sleep(0.004)


def compute():
    for number in range(570):
        number * number


for work in wait_for_reply, compute:
    began = time.perf_counter()
    workers = [
        threading.Thread(target=work) for _ in range(3)
    ]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join()
    took = time.perf_counter() - began
    print(f"{work.__name__}: {took * 1000:.1f} ms")
