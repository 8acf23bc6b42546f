"""Classes of classes: registering, singletons, __prepare__, __instancecheck__, what does not fit."""

import threading


class Singleton(type):
    objects = {}
    lock = threading.Lock()

    def __call__(cls, *args, **keywords):
        with cls.lock:
            if cls not in cls.objects:
                cls.objects[cls] = super().__call__(*args, **keywords)
        return cls.objects[cls]


class Settings(metaclass=Singleton):
    def __init__(self, value):
        self.value = value


class Registry(type):
    names = []

    @classmethod
    def __prepare__(mcls, name, bases, **keywords):
        return {"made_by": mcls.__name__}

    def __new__(mcls, name, bases, namespace, tag=None):
        cls = super().__new__(mcls, name, bases, namespace)
        mcls.names.append((name, tag))
        return cls

    def __init__(cls, name, bases, namespace, tag=None):
        super().__init__(name, bases, namespace)
        cls.tag = tag

    def __len__(cls):
        return len(cls.names)

    def __getattr__(cls, name):
        return f"no {name}"

    def __setattr__(cls, name, value):
        if name == "fixed":
            raise AttributeError("fixed cannot be set")
        super().__setattr__(name, value)

    def __repr__(cls):
        return f"<{cls.__name__} of {type(cls).__name__}>"


class One(metaclass=Registry, tag="first"):
    also = made_by + "!"


class Two(One):
    pass


class Quacks(type):
    def __instancecheck__(cls, thing):
        return hasattr(thing, "quack")


class Duck(metaclass=Quacks):
    pass


print(Settings(1) is Settings(2), Settings(3).value)
print(Registry.names, One.tag, Two.tag, len(Two), One.wings, One, One.also, type(Two).__name__)
try:
    One.fixed = 1
except AttributeError as error:
    print(error)
Two.quack = True
print(isinstance(Two(), Duck), isinstance(3, Duck))
for make in (
    lambda: type("Both", (One, Settings), {}),
    lambda: type("Mixed", (int, str), {}),
    lambda: type("Truth", (bool,), {}),
):
    try:
        make()
    except TypeError as error:
        print(str(error).splitlines()[0])
