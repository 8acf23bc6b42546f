"""result() raises in the caller what the worker raised: frames of both are shown."""

from concurrent.futures import ThreadPoolExecutor


def load(name):
    if not name:
        raise ValueError("a name is needed")
    return name.upper()


def main():
    with ThreadPoolExecutor(max_workers=1) as pool:
        futures = [pool.submit(load, name) for name in ("ada", "")]
    for future in futures:
        print(future.result())


main()
