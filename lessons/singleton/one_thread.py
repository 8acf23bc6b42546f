class Settings:
    def __new__(cls):
        if not hasattr(cls, "instance"):
            cls.instance = super().__new__(cls)
        return cls.instance


first = Settings()
second = Settings()

print(first is second)
print(id(first))
print(id(second))
