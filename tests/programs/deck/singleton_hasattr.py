"""One instance kept on the class, found again by hasattr."""


class Only:
    def __new__(cls):
        if not hasattr(cls, "kept"):
            cls.kept = super(Only, cls).__new__(cls)
        return cls.kept


a = Only()
b = Only()
print(a is b, id(a) == id(b))
