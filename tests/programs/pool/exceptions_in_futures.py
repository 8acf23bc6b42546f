"""An exception in a worker is kept in its future and raised by result."""

import concurrent.futures


def invert(n):
    return 1 / n


with concurrent.futures.ThreadPoolExecutor(max_workers=2) as pool:
    good, bad = pool.submit(invert, 4), pool.submit(invert, 0)
    print(good.result(), good.exception())
    print(repr(bad.exception()), bad.done())
    try:
        bad.result()
    except ZeroDivisionError as error:
        print("raised here:", error)
    results = pool.map(invert, [1, 0, 2])
    try:
        for value in results:
            print(value)
    except ZeroDivisionError:
        print("the map ends here")
