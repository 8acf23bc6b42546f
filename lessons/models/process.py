import time


def wait_for_reply():
    time.sleep(0.004)


def compute():
    for number in range(570):
        number * number


for work in wait_for_reply, compute:
    began = time.perf_counter()
    work()
    took = time.perf_counter() - began
    print(f"{work.__name__}: {took * 1000:.1f} ms")
