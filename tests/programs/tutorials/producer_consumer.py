"""Producer and consumer share a queue; a sentinel says that no more comes."""

import queue
import threading
import time

DONE = object()


def produce(orders, count):
    for number in range(1, count + 1):
        time.sleep(0.01)
        orders.put({"number": number, "cups": number % 3 + 1})
    orders.put(DONE)


def consume(orders, served):
    while True:
        order = orders.get()
        if order is DONE:
            orders.task_done()
            break
        served.append((order["number"], order["cups"]))
        orders.task_done()


def main():
    orders = queue.Queue(maxsize=3)
    served = []
    waiter = threading.Thread(target=produce, args=(orders, 8), name="waiter")
    kitchen = threading.Thread(target=consume, args=(orders, served), name="kitchen")
    for thread in (kitchen, waiter):
        thread.start()
    waiter.join()
    kitchen.join()
    orders.join()
    print(f"served {len(served)} orders, {sum(cups for _, cups in served)} cups")
    print(served)


if __name__ == "__main__":
    main()
