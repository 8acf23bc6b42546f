"""for with break, continue and else, over several kinds of things."""


def first_multiple(numbers, of):
    for number in numbers:
        if number % of == 0:
            print("found", number)
            break
    else:
        print("no multiple of", of)


first_multiple([5, 8, 12, 13], 6)
first_multiple([5, 8, 12, 13], 7)

for letter in "loop":
    if letter == "o":
        continue
    print(letter, end=" ")
print()

for key in {"one": 1, "two": 2}:
    print(key, end=";")
print()

for row in range(3):
    for column in range(row, 3):
        if column == 2:
            break
        print(row, column)
