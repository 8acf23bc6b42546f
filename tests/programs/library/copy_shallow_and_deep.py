"""copy.copy and copy.deepcopy."""

import copy
import threading

rows = [1, [2, 3], {"k": [4]}]
shallow, deep = copy.copy(rows), copy.deepcopy(rows)
rows[1].append(9)
print(shallow, deep, shallow[1] is rows[1], deep[1] is rows[1])


class Node:
    def __init__(self, name):
        self.name = name
        self.next = self


node = Node("ring")
other = copy.deepcopy(node)
print(other.next is other, other is not node, other.name, copy.copy(node).next is node)


class Config(dict):
    def __copy__(self):
        return "my own copy"


class Tagged(list):
    pass


tagged = Tagged([1, [2]])
tagged.tag = "t"
again = copy.deepcopy(tagged)
print(copy.copy(Config()), again, type(again).__name__, again.tag, again[1] is tagged[1])
print(copy.deepcopy((1, (2, [3]))), copy.deepcopy({1, 2}), copy.deepcopy(print) is print)


class Account:
    def __init__(self):
        self.balance = 100
        self.lock = threading.Lock()

    def __deepcopy__(self, memo):
        new = Account()
        new.balance = copy.deepcopy(self.balance, memo)
        return new


print(copy.deepcopy([Account()])[0].balance)
for thing in (threading.Lock(), {"lock": threading.RLock()}):
    try:
        copy.deepcopy(thing)
    except TypeError as error:
        print(error)
