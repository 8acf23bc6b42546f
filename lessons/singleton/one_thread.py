class Settings:
    def __new__(cls):
        if not hasattr(cls, "instance"):
            cls.instance = super().__new__(cls)
        return cls.instance


found = [Settings(), Settings()]

print(found[0] is found[1])
print(id(found[0]))
print(id(found[1]))
