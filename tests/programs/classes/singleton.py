"""One instance for a class, kept by __new__: always one with one thread."""


class Settings:
    only = None

    def __new__(cls):
        if cls.only is None:
            cls.only = super().__new__(cls)
            cls.only.theme = "light"
        return cls.only


first = Settings()
second = Settings()
first.theme = "dark"
print(first is second, second.theme)
print(len({id(Settings()) for _ in range(5)}))
