"""Downloads in turn and at the same time, with sleeping for slow input."""

import threading
import time
from concurrent.futures import ThreadPoolExecutor

SITES = [f"https://example.org/page/{n}" for n in range(1, 6)]
local = threading.local()


class Session:
    def __init__(self):
        self.fetched = 0

    def get(self, url):
        time.sleep(0.2)
        self.fetched += 1
        return "x" * (int(url.rsplit("/", 1)[1]) * 100)


def session():
    if not hasattr(local, "session"):
        local.session = Session()
    return local.session


def download(url):
    return url, len(session().get(url))


def timed(function):
    start = time.time()
    result = function()
    return result, time.time() - start


one_by_one, slow = timed(lambda: [download(url) for url in SITES])
with ThreadPoolExecutor(max_workers=5) as pool:
    together, quick = timed(lambda: list(pool.map(download, SITES)))
print(one_by_one == together)
print("more than twice as long:", slow > 2 * quick)
for url, size in together:
    print(f"{size:>5} {url}")
