"""pickle: plain data and a program's own objects, and what cannot be pickled."""

import os
import pickle
import threading
from dataclasses import dataclass, field
from enum import Enum


class Colour(Enum):
    RED = 1


@dataclass
class Job:
    name: str
    parts: list = field(default_factory=list)


class Guarded:
    def __init__(self, value):
        self.value = value
        self.lock = threading.Lock()

    def __getstate__(self):
        state = self.__dict__.copy()
        del state["lock"]
        return state

    def __setstate__(self, state):
        self.__dict__.update(state)
        self.lock = threading.Lock()


data = {"a": [1, -2.5, None, True], "b": (1, "é", b"\x00\xff"), "c": {1, 2}, 10**30: frozenset([3])}
print(type(pickle.dumps(data)), pickle.loads(pickle.dumps(data)) == data)
shared = [1]
shared.append(shared)
copied = pickle.loads(pickle.dumps(shared))
print(copied[1] is copied, copied is shared)
print(pickle.loads(pickle.dumps(Job("dig", [Colour.RED]))), pickle.loads(pickle.dumps(Colour.RED)) is Colour.RED)
print(pickle.loads(pickle.dumps(Job)) is Job, pickle.loads(pickle.dumps(float("inf"))))
guarded = pickle.loads(pickle.dumps(Guarded(5)))
print(guarded.value, guarded.lock.locked())
error = pickle.loads(pickle.dumps(ValueError("bad", 3)))
print(repr(error))
for wrong in (threading.Lock(), (n for n in "ab")):
    try:
        pickle.dumps(wrong)
    except TypeError as error:
        print(error)
with open("data.pickle", "wb") as file:
    pickle.dump(data, file)
    pickle.dump([1], file)
with open("data.pickle", "rb") as file:
    print(pickle.load(file) == data, pickle.load(file))
    try:
        pickle.load(file)
    except EOFError as error:
        print(error)
os.remove("data.pickle")
