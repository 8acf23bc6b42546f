"""getattr, setattr, hasattr, delattr and __getattr__."""


class Record:
    kind = "record"

    def __init__(self, **fields):
        for name, value in fields.items():
            setattr(self, name, value)

    def __getattr__(self, name):
        if name.startswith("maybe_"):
            return None
        raise AttributeError(f"no field {name}")


record = Record(size=3, color="red")
print(record.size, getattr(record, "color"), getattr(record, "shape", "round"))
print(hasattr(record, "size"), hasattr(record, "weight"), record.maybe_weight)
setattr(record, "size", 4)
delattr(record, "color")
print(sorted(vars(record)), record.size, getattr(Record, "kind"))
try:
    record.weight
except AttributeError as error:
    print(error)
