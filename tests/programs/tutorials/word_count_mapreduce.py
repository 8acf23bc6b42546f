"""Map and reduce: threads count words of their part, then the counts are added."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import reduce
from operator import add

TEXT = """a thread waits for a lock
the lock waits for nobody
nobody waits for the thread"""


def count(line):
    return Counter(line.split())


with ThreadPoolExecutor(max_workers=3, thread_name_prefix="mapper") as pool:
    parts = list(pool.map(count, TEXT.splitlines()))
total = reduce(add, parts, Counter())
for word, number in total.most_common(4):
    print(f"{word:<8}{number}")
print(sum(total.values()), "words,", len(total), "different")
