import time
from heapq import heappop, heappush


def wait_for_reply():
    yield 0.004


def compute():
    for number in range(570):
        number * number
    yield 0


def gather(coroutines):
    loop = [(0, n, c) for n, c in enumerate(coroutines)]
    while loop:
        due, n, coroutine = heappop(loop)
        time.sleep(max(0, due - time.perf_counter()))
        for pause in coroutine:
            due = time.perf_counter() + pause
            heappush(loop, (due, n, coroutine))
            break


for work in wait_for_reply, compute:
    began = time.perf_counter()
    gather([work() for _ in range(3)])
    took = time.perf_counter() - began
    print(f"{work.__name__}: {took * 1000:.1f} ms")
