"""raise ... from None: only the new exception is shown."""


def find(rows, wanted):
    try:
        return rows.index(wanted)
    except ValueError:
        raise LookupError(f"no row {wanted!r}") from None


print(find(["a", "b"], "b"))
find(["a", "b"], "c")
