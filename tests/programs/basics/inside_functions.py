"""What functions, code, cells and descriptors tell of themselves, and which of it can be changed."""
def outer(a, b=2, *rest, c=3, **named):
    total = 0

    def inner(step):
        nonlocal total
        total += step * a
        return total

    return inner


code = outer.__code__
print(code.co_varnames, code.co_cellvars, code.co_freevars, code.co_names)
print(code.co_nlocals, code.co_argcount, code.co_kwonlyargcount, code.co_stacksize > 0)

inner = outer(5)
print(inner.__code__.co_freevars, inner.__code__.co_varnames, inner.__code__.co_name)
print([cell.cell_contents for cell in inner.__closure__])
inner.__closure__[1].cell_contents = 100
print(inner(1))


def shown():
    print("text", 1.5, None)


print([constant for constant in shown.__code__.co_consts])
print(shown.__code__.co_names)

# A list is empty while a function says how it is sorted.
numbers = [3, 1, 2]
numbers.sort(key=lambda number: (print(number, numbers), number)[1])
print(numbers)
try:
    numbers.sort(key=lambda number: numbers.append(number) or -number)
except ValueError as error:
    print(error, numbers)
try:
    numbers.sort(key=lambda number: 1 / (number - 2))
except ZeroDivisionError as error:
    print(error, numbers)

print({"a": 1}.keys() == {"a"}, {"a": 1}.keys() == {"a": 2}.keys(), {"a"} != {"b": 1}.keys())


def attempt(what):
    try:
        what()
    except TypeError as error:
        print(error)


def add(numbers, more):
    numbers += more


def spread(**named):
    pass


attempt(lambda: add([1], 5))
attempt(lambda: [*5])
attempt(lambda: spread(**5))
attempt(lambda: spread(a=1, **{"a": 2}))
