"""The list's methods and operators."""

values = [3, 1, 2]
values.append(5)
values.extend((4, 1))
values.insert(0, 9)
print(values, len(values), values.count(1), values.index(2))
print(values.pop(), values.pop(0), values)
values.remove(3)
values.reverse()
print(values)
values.sort()
print(values)
values.sort(key=lambda n: -n)
print(values)
copy = values.copy()
copy.clear()
print(copy, values)
print([1, 2] + [3], [0] * 3, [1, 2] * 2)
print(2 in values, 7 not in values, [1, 2] < [1, 3], [1] == [1])
nested = [[0] * 2 for _ in range(2)]
nested[0][1] = 7
print(nested)
print(list("abc"), list(range(3)), [])
