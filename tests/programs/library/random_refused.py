"""What the functions of random refuse."""

import random

for attempt in (
    lambda: random.choice([]),
    lambda: random.randint(5, 1),
    lambda: random.randrange(0),
    lambda: random.randrange(1, 9, 0),
    lambda: random.randrange(1.5),
    lambda: random.sample({1, 2}, 1),
    lambda: random.sample([1], 3),
    lambda: random.choices([1, 2], [1]),
    lambda: random.choices([1, 2], [0, 0]),
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error).__name__, error)
