"""Counting words: map, shuffle and reduce on a pool."""

import re, collections, string
from concurrent.futures import ThreadPoolExecutor
from functools import reduce
from itertools import chain, groupby
from operator import itemgetter, add
TEXT = """It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness,
it was the epoch of belief, it was the epoch of incredulity"""
def mapper(line):
    return [(w, 1) for w in re.findall(r"[a-z']+", line.lower())]
def reducer(item):
    word, pairs = item
    return word, reduce(add, (n for _, n in pairs))
with ThreadPoolExecutor(max_workers=3) as ex:
    mapped = list(ex.map(mapper, TEXT.splitlines()))
    shuffled = {k: list(g) for k, g in groupby(sorted(chain.from_iterable(mapped)), key=itemgetter(0))}
    counts = dict(ex.map(reducer, shuffled.items()))
for w, n in sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:5]:
    print(f"{w:>8} {'#' * n} {n}")
c = collections.Counter(TEXT.translate(str.maketrans("", "", string.punctuation)).lower().split())
print(c.most_common(3), c == collections.Counter(counts), sum(c.values()), c.total())
