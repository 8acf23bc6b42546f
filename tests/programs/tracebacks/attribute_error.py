"""AttributeError on None, in the middle of a chain of attributes."""


class Node:
    def __init__(self, value, after=None):
        self.value = value
        self.after = after


chain = Node(1, Node(2))
print(chain.after.value)
print(chain.after.after.value)
