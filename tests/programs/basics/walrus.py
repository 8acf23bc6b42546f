"""An assignment inside an expression."""

numbers = [4, 9, 2, 7]
if (size := len(numbers)) > 3:
    print("long:", size)

index = 0
while (value := numbers[index]) != 2:
    print("not yet:", value)
    index += 1
print("stopped at", value)

print([double for n in numbers if (double := n * 2) > 8])
print("last double:", double)


def within(text):
    return (at := text.find("x")) >= 0 and at


print(within("abxc"), within("abc"))
