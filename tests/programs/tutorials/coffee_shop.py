"""A coffee shop: cashiers take orders, baristas make drinks, all with queues."""

import enum
import queue
import threading
from typing import NamedTuple


class Size(enum.Enum):
    SMALL = 2
    LARGE = 3


class Order(NamedTuple):
    customer: str
    drink: str
    size: Size

    @property
    def price(self):
        return {"tea": 1.0, "coffee": 1.5}[self.drink] * self.size.value


class Shop:
    def __init__(self):
        self.to_make: queue.Queue[Order | None] = queue.Queue()
        self.ready: list[str] = []
        self.takings = 0.0
        self.lock = threading.Lock()

    def cashier(self, orders: list[Order]) -> None:
        for order in orders:
            with self.lock:
                self.takings += order.price
            self.to_make.put(order)

    def barista(self) -> None:
        while (order := self.to_make.get()) is not None:
            with self.lock:
                self.ready.append(f"{order.customer}: {order.size.name.lower()} {order.drink}")


shop = Shop()
monday = [Order("Ann", "tea", Size.SMALL), Order("Bob", "coffee", Size.LARGE)]
tuesday = [Order("Eve", "coffee", Size.SMALL), Order("Joe", "tea", Size.LARGE)]
cashiers = [threading.Thread(target=shop.cashier, args=(orders,)) for orders in (monday, tuesday)]
baristas = [threading.Thread(target=shop.barista) for _ in range(2)]
for t in cashiers + baristas:
    t.start()
for t in cashiers:
    t.join()
for _ in baristas:
    shop.to_make.put(None)
for t in baristas:
    t.join()
print(f"takings: {shop.takings:.2f}")
print("\n".join(sorted(shop.ready)))
print(monday[0])
