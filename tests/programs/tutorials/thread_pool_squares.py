"""A pool computes squares; results come in the order of the calls."""

import concurrent.futures
import time


def square(n):
    time.sleep(0.05 * (5 - n))
    return n * n


def main():
    started = time.perf_counter()
    with concurrent.futures.ThreadPoolExecutor(max_workers=5) as executor:
        results = list(executor.map(square, range(5)))
    finished = time.perf_counter()
    print(results)
    print("quicker than one after another:", finished - started < 0.7)

    with concurrent.futures.ThreadPoolExecutor(max_workers=5) as executor:
        futures = {executor.submit(square, n): n for n in range(5)}
        for future in concurrent.futures.as_completed(futures):
            print(f"{futures[future]} squared is {future.result()}")


main()
