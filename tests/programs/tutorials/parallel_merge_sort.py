"""Merge sort that sorts its halves on threads, down to a depth."""

import random
import threading


def merge(left, right):
    merged, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            merged.append(left[i])
            i += 1
        else:
            merged.append(right[j])
            j += 1
    return merged + left[i:] + right[j:]


def merge_sort(items, depth=2):
    if len(items) <= 1:
        return items
    middle = len(items) // 2
    halves = [items[:middle], items[middle:]]
    if depth:
        def sort_half(index):
            halves[index] = merge_sort(halves[index], depth - 1)

        threads = [threading.Thread(target=sort_half, args=(index,)) for index in range(2)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    else:
        halves = [merge_sort(half, 0) for half in halves]
    return merge(*halves)


random.seed(7)
numbers = [random.randint(0, 99) for _ in range(40)]
print(numbers[:8])
print(merge_sort(numbers) == sorted(numbers))
print(merge_sort(list("interleave")))
