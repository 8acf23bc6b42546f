import _async
from abc import ABCMeta, abstractmethod


def _has(cls, names):
    for name in names:
        for base in cls.__mro__:
            found = base.__dict__.get(name, cls)
            if found is not cls:
                break
        else:
            return False
        if found is None:
            return False
    return True


class _Interface(metaclass=ABCMeta):
    _needs = ()

    @classmethod
    def __subclasshook__(cls, other):
        if "_needs" in cls.__dict__ and cls._needs and _has(other, cls._needs):
            return True
        for kind in cls.__dict__.get("_kinds", ()):
            if kind in other.__mro__:
                return True
        return NotImplemented

    def __class_getitem__(cls, item):
        return cls


class Hashable(_Interface):
    _needs = ("__hash__",)

    @abstractmethod
    def __hash__(self):
        return 0


class Iterable(_Interface):
    _needs = ("__iter__",)

    @abstractmethod
    def __iter__(self):
        pass


class Iterator(Iterable):
    _needs = ("__iter__", "__next__")

    @abstractmethod
    def __next__(self):
        raise StopIteration

    def __iter__(self):
        return self


class Generator(Iterator):
    _needs = ("__iter__", "__next__", "send", "throw", "close")


class Reversible(Iterable):
    _needs = ("__reversed__", "__iter__")

    @abstractmethod
    def __reversed__(self):
        pass


class Sized(_Interface):
    _needs = ("__len__",)

    @abstractmethod
    def __len__(self):
        return 0


class Container(_Interface):
    _needs = ("__contains__",)

    @abstractmethod
    def __contains__(self, x):
        return False


class Callable(_Interface):
    _needs = ("__call__",)
    _kinds = (type(_has), type(len), type, type(_Interface.__subclasshook__))

    @abstractmethod
    def __call__(self, *args, **keywords):
        pass


class Collection(Sized, Iterable, Container):
    _needs = ("__len__", "__iter__", "__contains__")


class Sequence(Reversible, Collection):
    _kinds = (list, tuple, str, bytes, range)

    @abstractmethod
    def __getitem__(self, index):
        raise IndexError

    def __iter__(self):
        return __iter_by_index__(self)

    def __contains__(self, value):
        for item in self:
            if item is value or item == value:
                return True
        return False

    def __reversed__(self):
        return __reversed_by_index__(self)

    def index(self, value, start=0, stop=None):
        for place in range(start, len(self) if stop is None else stop):
            if self[place] is value or self[place] == value:
                return place
        raise ValueError

    def count(self, value):
        return len([item for item in self if item is value or item == value])


class MutableSequence(Sequence):
    _kinds = (list,)

    @abstractmethod
    def __setitem__(self, index, value):
        raise IndexError

    @abstractmethod
    def __delitem__(self, index):
        raise IndexError

    @abstractmethod
    def insert(self, index, value):
        raise IndexError

    def append(self, value):
        self.insert(len(self), value)

    def extend(self, values):
        for value in list(values):
            self.append(value)

    def __iadd__(self, values):
        self.extend(values)
        return self

    def pop(self, index=-1):
        value = self[index]
        del self[index]
        return value

    def remove(self, value):
        del self[self.index(value)]

    def clear(self):
        while len(self):
            self.pop()

    def reverse(self):
        values = list(self)
        for place in range(len(values)):
            self[place] = values[-1 - place]


class Awaitable(_Interface):
    _needs = ("__await__",)

    @abstractmethod
    def __await__(self):
        yield


class Coroutine(Awaitable):
    _needs = ("__await__", "send", "throw", "close")

    @abstractmethod
    def send(self, value):
        raise StopIteration

    @abstractmethod
    def throw(self, kind, value=None, traceback=None):
        raise kind


class AsyncIterable(_Interface):
    _needs = ("__aiter__",)

    @abstractmethod
    def __aiter__(self):
        pass


class AsyncIterator(AsyncIterable):
    _needs = ("__aiter__", "__anext__")

    @abstractmethod
    async def __anext__(self):
        raise StopAsyncIteration

    def __aiter__(self):
        return self


class AsyncGenerator(AsyncIterator):
    _needs = ("__aiter__", "__anext__", "asend", "athrow", "aclose")

    @abstractmethod
    async def asend(self, value):
        raise StopAsyncIteration
