"""__new__ makes the instance, __init__ fills it, and need not run."""


class Traced:
    def __new__(cls, *args):
        print("new", cls.__name__, args)
        return super().__new__(cls)

    def __init__(self, value):
        print("init", value)
        self.value = value


class Celsius:
    def __new__(cls, degrees):
        if degrees < -273:
            return None
        return object.__new__(cls)

    def __init__(self, degrees):
        self.degrees = degrees


traced = Traced(5)
print(traced.value)
print(Celsius(-300), Celsius(20).degrees)
