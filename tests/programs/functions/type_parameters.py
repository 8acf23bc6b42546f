"""Type parameters: functions, classes, methods and aliases, their bounds, defaults and scopes."""

import threading
from collections import deque


def first[T](items: list[T], default: T | None = None) -> T:
    return items[0] if items else default


def both[K, V: (int, str), *Ts, **P](key: K, /, value: V = 0, *, other: V = "o") -> tuple[K, V]:
    return key, value, other


class Channel[T]:
    """A queue of one kind of thing."""

    def __init__(self, room: int) -> None:
        self.room = room
        self.items: deque[T] = deque()
        self.changed = threading.Condition()

    def put(self, item: T) -> None:
        with self.changed:
            self.changed.wait_for(lambda: len(self.items) < self.room)
            self.items.append(item)
            self.changed.notify_all()

    def get(self) -> T:
        with self.changed:
            self.changed.wait_for(lambda: self.items)
            item = self.items.popleft()
            self.changed.notify_all()
            return item


class Numbers[N: int](Channel[N], metaclass=type):
    def total(self, count: int) -> int:
        return sum(self.get() for _ in range(count))


type Pair[A, B] = tuple[A, B]
type Number = int | float
type Tree = dict[str, Tree] | None

print(first([1, 2]), first([], 7), both("k"), both("k", 2, other=3))
print(first.__type_params__, both.__type_params__, Channel.__type_params__, Channel.__name__, Channel.__doc__)
print(first.__qualname__, Channel.put.__qualname__, Channel[int], Channel[str](1).room)
print(Pair, Number, Number.__value__, Pair.__type_params__, Tree.__value__ is not None, type(Pair).__name__)
print(both.__type_params__[1].__constraints__, Numbers.__type_params__[0].__bound__)
try:
    print(T)
except NameError as error:
    print(error)

numbers = Numbers[int](2)
found = []
consumer = threading.Thread(target=lambda: found.append(numbers.total(10)))
consumer.start()
for number in range(10):
    numbers.put(number)
consumer.join()
print(found)


def outer():
    scale = 3

    def scaled[T](value: T) -> T:
        return value * scale

    return scaled


print(outer()(5), outer().__qualname__)
