"""A seed gives the same numbers as everywhere: integers, choices, shuffles, samples, distributions."""

import random

random.seed(42)
print(random.random(), random.randint(1, 100), random.randrange(0, 50, 5), random.choice("abcdef"))
deck = list(range(10))
random.shuffle(deck)
print(deck, random.sample(range(100), 5), random.sample(range(1000), 30)[:5])
print(random.choices("xyz", k=5), random.choices([1, 2, 3], weights=[1, 2, 7], k=5))
print(random.uniform(1, 2), random.triangular(0, 10, 3), random.getrandbits(7), random.getrandbits(100))
dice = random.Random(7)
print([dice.randint(1, 6) for _ in range(700)][-10:], dice.randbytes(4))
print(random.Random(-5).random(), random.Random(2**70).random(), random.Random(1.5).random())
state = dice.getstate()
first = dice.random()
dice.setstate(state)
print(first == dice.random())
