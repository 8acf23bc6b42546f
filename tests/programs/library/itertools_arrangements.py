"""itertools: products, permutations, combinations."""

from itertools import combinations, combinations_with_replacement, permutations, product

print(list(product("ab", [1, 2])), list(product([0, 1], repeat=2)), list(product()))
print(list(permutations([1, 2, 3])), list(permutations("abc", 2)), list(permutations([])))
print(list(combinations([1, 2, 3, 4], 2)), list(combinations("ab", 3)), list(combinations("ab", 0)))
print(list(combinations_with_replacement("ab", 2)), len(list(permutations(range(5)))))
try:
    combinations([1], -1)
except ValueError as error:
    print(error)
orders = {"".join(order) for order in permutations("aabb")}
print(len(orders), sorted(orders))
