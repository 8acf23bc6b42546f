"""Classes that extend dict, list, str, int, tuple, deque and OrderedDict."""

import threading
from collections import OrderedDict, deque


class Stock(dict):
    def __init__(self, *args, **keywords):
        super().__init__(*args, **keywords)
        self.lock = threading.Lock()

    def __missing__(self, key):
        return 0

    def take(self, key, count=1):
        with self.lock:
            if self[key] < count:
                raise ValueError(f"only {self[key]} of {key}")
            self[key] -= count
            return self[key]


class Log(list):
    def append(self, item):
        super().append((len(self), item))


class Folded(str):
    def __eq__(self, other):
        return self.lower() == other.lower()

    def __hash__(self):
        return hash(self.lower())


class Cents(int):
    def __new__(cls, euros):
        return super().__new__(cls, round(euros * 100))

    def __str__(self):
        return f"{int(self) / 100:.2f}"


class Span(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (min(a, b), max(a, b)))

    def __contains__(self, number):
        return self[0] <= number <= self[1]


class Deck(deque):
    def deal(self):
        return self.popleft()


class Recent(OrderedDict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        self.move_to_end(key)


stock = Stock(apple=5, pear=1)
print(stock.take("apple", 2), stock, stock == {"apple": 3, "pear": 1}, stock["plum"], dict(stock), {**stock}, len(stock))
try:
    stock.take("pear", 4)
except ValueError as error:
    print(error)
log = Log()
threads = [threading.Thread(target=log.append, args=("x",)) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(log, log[-1], log[:1], sorted(log, reverse=True)[0])
print(Folded("A") == "a", {Folded("A"): 1}.get(Folded("a")), Folded("ab") + "c", Folded("x").upper())
print(Cents(1.5), Cents(1.5) + 1, f"{Cents(2)}", "%s" % Cents(3), [Cents(1)], max(Cents(1), Cents(2)))
print(Span(5, 1), 3 in Span(5, 1), hash(Span(1, 2)) == hash((1, 2)), *Span(4, 3))
deck = Deck("abc", maxlen=5)
print(deck.deal(), deck, isinstance(deck, deque))
recent = Recent()
for key in "aba":
    recent[key] = len(recent)
print(recent, list(recent))
