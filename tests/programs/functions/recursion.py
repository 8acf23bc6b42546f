"""Functions that call themselves and one another."""


def factorial(n):
    return 1 if n < 2 else n * factorial(n - 1)


def fibonacci(n, known={}):
    if n < 2:
        return n
    if n not in known:
        known[n] = fibonacci(n - 1) + fibonacci(n - 2)
    return known[n]


def even(n):
    return n == 0 or odd(n - 1)


def odd(n):
    return n != 0 and even(n - 1)


def hanoi(n, a, b, c):
    if n:
        yield from hanoi(n - 1, a, c, b)
        yield a + c
        yield from hanoi(n - 1, b, a, c)


print(factorial(20), factorial(30))
print(fibonacci(50))
print(even(10), odd(7), even(7))
print(" ".join(hanoi(3, "A", "B", "C")))
