"""More than sixteen local names: pairs of them are no longer one instruction."""


def spread(a, b, c, d, e, f, g, h):
    i, j, k, l = a + b, c + d, e + f, g + h
    m, n, o, p = i * j, j * k, k * l, l * i
    q = m
    r = n
    s = q + r
    t = o + p
    u, v = s, t
    w = u
    w += v
    return a, q, r, s, t, u, v, w


def few(x, y):
    z = x
    x = y
    y = z
    return x - y, [x, y, z]


print(spread(1, 2, 3, 4, 5, 6, 7, 8))
print(few(10, 3))
