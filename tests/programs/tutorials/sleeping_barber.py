"""The sleeping barber: customers who find no chair leave."""

import threading
import time


class Shop:
    def __init__(self, chairs):
        self.chairs = chairs
        self.waiting = []
        self.mutex = threading.Lock()
        self.customers = threading.Semaphore(0)
        self.served = []
        self.turned_away = 0
        self.open = True

    def enter(self, name):
        with self.mutex:
            if len(self.waiting) >= self.chairs:
                self.turned_away += 1
                return
            self.waiting.append(name)
        self.customers.release()

    def cut(self):
        while True:
            self.customers.acquire()
            with self.mutex:
                if not self.waiting:
                    return
                name = self.waiting.pop(0)
            time.sleep(0.1)
            self.served.append(name)

    def close(self):
        self.customers.release()


shop = Shop(chairs=2)
barber = threading.Thread(target=shop.cut, name="barber")
barber.start()
for number in range(7):
    shop.enter(f"customer {number}")
    time.sleep(0.04)
time.sleep(0.5)
shop.close()
barber.join()
print("served and turned away:", len(shop.served) + shop.turned_away)
print("first served:", shop.served[0])
print("in order:", shop.served == sorted(shop.served))
