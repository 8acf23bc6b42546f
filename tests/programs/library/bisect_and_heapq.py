"""Sorted lists and heaps."""

import bisect
import heapq
from heapq import heappop, heappush

marks = [10, 20, 20, 40]
print(bisect.bisect(marks, 20), bisect.bisect_left(marks, 20), bisect.bisect_right(marks, 99))
bisect.insort(marks, 30)
print(marks, "FDCBA"[bisect.bisect([60, 70, 80, 90], 85)])

heap = []
for item in [(3, "write"), (1, "read"), (2, "think"), (1, "eat")]:
    heappush(heap, item)
print([heappop(heap) for _ in range(len(heap))])
numbers = [9, 4, 7, 1, 8]
heapq.heapify(numbers)
print(numbers, heapq.heappushpop(numbers, 5), heapq.heapreplace(numbers, 6), numbers)
print(heapq.nsmallest(2, [5, 1, 4]), heapq.nlargest(2, ["aa", "b", "ccc"], key=len))
print(list(heapq.merge([1, 4, 7], [2, 5], [0, 9])))
try:
    heappop([])
except IndexError as error:
    print(error)
try:
    heappush(heap, (1, {}))
    heappush(heap, (1, {"a": 1}))
except TypeError as error:
    print(error)
