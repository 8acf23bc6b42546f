"""Errors in a pool come out where the result is asked for."""

from concurrent.futures import ThreadPoolExecutor, as_completed, wait, FIRST_EXCEPTION


def parse(text):
    if not text.strip():
        raise ValueError("nothing to parse")
    return int(text)


inputs = ["1", "2", "", "x3", " 4 "]
with ThreadPoolExecutor(max_workers=2) as pool:
    futures = [pool.submit(parse, text) for text in inputs]
for text, future in zip(inputs, futures):
    error = future.exception()
    if error is None:
        print(repr(text), "is", future.result())
    else:
        print(repr(text), "fails:", type(error).__name__, error)

with ThreadPoolExecutor() as pool:
    done, pending = wait([pool.submit(parse, "9")], return_when=FIRST_EXCEPTION)
    print(len(done), len(pending), [f.result() for f in done])

try:
    with ThreadPoolExecutor(1) as pool:
        for future in as_completed([pool.submit(parse, "?")]):
            future.result()
except ValueError as error:
    print("outside:", error)
