"""A shop's shelf: buyers wait for goods, a supplier brings them until the shop closes."""

import threading


class OutOfBusiness(Exception):
    pass


class Shelf:
    def __init__(self, capacity):
        self.capacity = capacity
        self.stock = 0
        self.closed = False
        self.changed = threading.Condition()

    def restock(self, amount):
        with self.changed:
            while self.stock + amount > self.capacity:
                self.changed.wait()
            self.stock += amount
            self.changed.notify_all()

    def buy(self):
        with self.changed:
            while self.stock == 0:
                if self.closed:
                    raise OutOfBusiness
                self.changed.wait()
            self.stock -= 1
            self.changed.notify_all()

    def close(self):
        with self.changed:
            self.closed = True
            self.changed.notify_all()


shelf = Shelf(5)
bought = {"Ann": 0, "Bob": 0, "Eve": 0}


def buyer(name):
    try:
        while True:
            shelf.buy()
            bought[name] += 1
    except OutOfBusiness:
        pass


def supplier():
    for _ in range(6):
        shelf.restock(3)
    shelf.close()


threads = [threading.Thread(target=buyer, args=(name,)) for name in bought]
threads.append(threading.Thread(target=supplier))
for t in threads:
    t.start()
for t in threads:
    t.join()
print(sum(bought.values()), "sold,", shelf.stock, "left")
