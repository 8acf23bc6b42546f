"""Each thread multiplies one row of a matrix: nothing is shared but the result's rows."""

import threading


def multiply_row(row, b, result, index):
    result[index] = [sum(x * b[k][j] for k, x in enumerate(row)) for j in range(len(b[0]))]


def multiply(a, b):
    result = [None] * len(a)
    threads = [
        threading.Thread(target=multiply_row, args=(row, b, result, index)) for index, row in enumerate(a)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return result


a = [[1, 2, 3], [4, 5, 6]]
b = [[7, 8], [9, 10], [11, 12]]
for row in multiply(a, b):
    print(" ".join(f"{value:4d}" for value in row))
identity = [[int(i == j) for j in range(3)] for i in range(3)]
print(multiply(a, identity) == a)
