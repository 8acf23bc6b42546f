"""Sets of numbers, and of tuples of them, are shown in the order of their slots."""

import threading

print({3, 1, 2}, {9, 7, 5, 3, 1}, {10, 2, 33, 4}, set(range(10, 0, -1)), {-1, -2, -3, 1})
print({2.5, 1, 0.25}, {(1, 2), (0, 1)}, {2**40, 2**61, 5}, frozenset([8, 16, 24, 0, 1]))

numbers = {100, 50, 75, 25}
numbers.add(9)
numbers.discard(50)
print(numbers, numbers.pop(), numbers.pop(), numbers)
a, b = {1, 2, 3, 40}, {3, 40, 5, 77}
print(a | b, a & b, a - b, a ^ b, a.union([9, 8], (7,)), b.difference([5]))
a |= {100, 64}
a -= {1}
a ^= {2, 33}
a &= {3, 33, 40, 64, 100}
print(a, a.copy(), set(sorted(a)))

big = set(range(1000))
big -= set(range(0, 1000, 2))
print(list(big)[:5], list({n * n % 101 for n in range(60)})[:12])
print(hash((1, 2, 3)), hash(frozenset([1, 2])), hash(()), hash((1, (2.5, 3))))

seen = set()


def visit(number):
    seen.add(number)


threads = [threading.Thread(target=visit, args=(number * 3 % 7,)) for number in range(7)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(seen)
