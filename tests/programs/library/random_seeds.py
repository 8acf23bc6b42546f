"""Seeds of every kind give CPython's sequences."""

import random

for seed in (0, 7, -7, 2**80, 3.5, "text", "", b"bytes"):
    random.seed(seed)
    print(seed, random.random(), random.randint(1, 1000))
rng = random.Random("another")
print(rng.vonmisesvariate(0, 1), rng.vonmisesvariate(1, 0), rng.binomialvariate(10, 0.3), rng.binomialvariate(4, 0.9))
print(rng.sample("abcdef", 3), rng.choices("xyz", k=4), rng.betavariate(2, 3), rng.gammavariate(0.5, 2))
