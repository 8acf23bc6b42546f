"""IndexError in a loop that goes one too far."""


def pairs(values):
    for n in range(len(values)):
        yield values[n], values[n + 1]


for pair in pairs([1, 2, 3]):
    print(pair)
