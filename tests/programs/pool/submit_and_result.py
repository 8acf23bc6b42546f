"""submit gives a Future at once; result waits for its value."""

from concurrent.futures import ThreadPoolExecutor


def power(base, exponent=2):
    return base**exponent


with ThreadPoolExecutor(max_workers=3) as pool:
    futures = [pool.submit(power, n) for n in range(4)]
    cube = pool.submit(power, 3, exponent=3)
    print([future.result() for future in futures])
    print(cube.result(), cube.done(), cube.exception())
print("closed", all(future.done() for future in futures))
