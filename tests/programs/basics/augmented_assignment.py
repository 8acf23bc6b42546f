"""+= and its family on names, attributes and items."""


class Box:
    pass


def local_steps():
    n = 10
    n += 5
    n -= 3
    n *= 4
    n //= 5
    n **= 2
    n %= 50
    return n


print(local_steps())

box = Box()
box.value = 6
box.value /= 4
box.items = [1]
box.items += [2, 3]
print(box.value, box.items)

row = [1, 2, 3]
row[1] += 40
row[-1] *= 2
table = {"a": [0, 5]}
table["a"][1] -= 1
print(row, table)

bits = 12
bits |= 3
bits &= 14
bits ^= 5
bits <<= 2
bits >>= 1
print(bits)

text = "ab"
text += "cd"
text *= 2
print(text)
