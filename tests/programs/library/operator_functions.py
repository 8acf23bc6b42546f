"""operator: the operators as functions, and getters of items and attributes."""

import operator
from operator import attrgetter, itemgetter, methodcaller

print(operator.add(1, 2), operator.truediv(1, 4), operator.not_(0), operator.contains([1], 1), operator.neg(3))
print(operator.itemgetter(1)("abc"), itemgetter("a", "b")({"a": 1, "b": 2}), methodcaller("split", ",")("x,y"))
people = [{"name": "bo", "age": 30}, {"name": "al", "age": 30}, {"name": "cy", "age": 20}]
print([person["name"] for person in sorted(people, key=itemgetter("age", "name"))])


class Thing:
    def __init__(self, size):
        self.size = size
        self.inner = self


things = [Thing(3), Thing(1)]
print([thing.size for thing in sorted(things, key=attrgetter("size"))], attrgetter("inner.size", "size")(things[0]))
print(itemgetter(2), attrgetter("a.b"), operator.eq([1], [1]), operator.is_(None, None), operator.xor(6, 3))
items = [1, 2]
operator.setitem(items, 0, 9)
print(items, operator.iadd(items, [3]), operator.countOf("abca", "a"), operator.indexOf("abc", "c"))
