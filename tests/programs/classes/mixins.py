"""Small classes put together: what the instance is made of decides what runs."""


class Json:
    def dump(self):
        inner = ", ".join(f"{k}: {v!r}" for k, v in sorted(vars(self).items()))
        return "{" + inner + "}"


class Equal:
    def __eq__(self, other):
        return type(self) is type(other) and vars(self) == vars(other)


class User(Json, Equal):
    def __init__(self, name, age):
        self.name = name
        self.age = age


print(User("Ada", 36).dump())
print(User("Ada", 36) == User("Ada", 36), User("Ada", 36) == User("Bo", 36))
