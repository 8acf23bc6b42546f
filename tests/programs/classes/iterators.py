"""__iter__ and __next__, and a generator method in their place."""


class Steps:
    def __init__(self, start, stop, by):
        self.at, self.stop, self.by = start, stop, by

    def __iter__(self):
        return self

    def __next__(self):
        if self.at >= self.stop:
            raise StopIteration
        value, self.at = self.at, self.at + self.by
        return value


class Tree:
    def __init__(self, value, *children):
        self.value = value
        self.children = children

    def __iter__(self):
        yield self.value
        for child in self.children:
            yield from child


print(list(Steps(0, 10, 3)))
for value in Steps(5, 7, 1):
    print(value)
tree = Tree(1, Tree(2, Tree(3)), Tree(4))
print(*tree, sum(tree), max(tree), 3 in tree)
a, b, c, d = tree
print(d)
