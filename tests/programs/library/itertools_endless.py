"""itertools: counting, repeating, slicing, chaining, grouping."""

import operator
from itertools import (
    accumulate, batched, chain, compress, count, cycle, dropwhile, filterfalse, groupby, islice, pairwise, repeat,
    starmap, takewhile, tee, zip_longest,
)

numbers = count(1)
print(next(numbers), next(numbers), numbers, list(islice(count(0, 5), 4)), list(islice(cycle("ab"), 5)), list(repeat(7, 2)))
print(list(islice("abcdef", 2)), list(islice("abcdef", 1, None, 2)), list(islice("abcdef", 1, 4)))
print(list(chain([1], (2, 3), "x")), list(chain.from_iterable(["ab", "cd"])))
print(list(accumulate([1, 2, 3])), list(accumulate([1, 2, 3], operator.mul)), list(accumulate([1, 2], initial=100)))
print(list(batched("abcdefg", 3)), list(pairwise([1, 2, 3])), list(compress("abc", [1, 0, 1])))
small = lambda number: number < 3
print(list(dropwhile(small, [1, 3, 2])), list(takewhile(small, [1, 3, 2])), list(filterfalse(small, [1, 3, 2])))
for key, group in groupby(["apple", "avocado", "bean", "beet", "almond"], key=lambda word: word[0]):
    print(key, list(group))
left, right = tee(iter("xyz"))
print(next(left), list(right), list(left))
print(list(zip_longest([1, 2, 3], "a", fillvalue="-")), list(starmap(pow, [(2, 3), (3, 2)])))
items = iter(range(10))
print(list(islice(items, 3)), next(items))
