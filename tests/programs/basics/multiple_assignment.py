"""One value to several names, several values to several names, swaps."""

a = b = [1]
b.append(2)
print(a, a is b)

x, y = 1, 2
x, y = y, x
print(x, y)

p, q, r = 1, 2, 3
p, q, r = r, p, q
print(p, q, r)


def rotate(a, b, c, d):
    a, b, c, d = b, c, d, a
    return a, b, c, d


print(rotate(1, 2, 3, 4))

(m, n), o = (5, 6), 7
print(m, n, o)
i = 0
i, row = 1, [9, 9]
row[i], i = 8, 0
print(i, row)
