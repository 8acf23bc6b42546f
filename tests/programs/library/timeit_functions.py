"""How long a function takes, measured by calling it."""

import time
import timeit

calls = []
seconds = timeit.timeit(lambda: calls.append(time.sleep(0.1)), number=3)
print(len(calls), 0.25 < seconds < 0.6)
print(len(timeit.repeat(lambda: None, repeat=4, number=2)), timeit.default_timer() > 0)
