# A table: its columns, what must be unique and hold in it, and its rows by their numbers. Tables are copied when a
# transaction first changes them, so that others see what was committed.
class _Table:
    def __init__(self, name, columns, uniques, checks):
        self.name = name
        self.columns = columns
        self.lower = [column["name"].lower() for column in columns]
        self.uniques = [[self.lower.index(name.lower()) for name in names] for names in uniques]
        self.checks = checks
        self.rows = {}
        self.last = 0
        owners = [place for place, column in enumerate(columns) if column["rowid"]]
        self.key = owners[0] if owners else None
        self.counts_on = self.key is not None and columns[self.key]["counts_on"]

    def copy(self):
        other = _Table(self.name, self.columns, [], self.checks)
        other.uniques, other.key, other.last = self.uniques, self.key, self.last
        other.rows = dict(self.rows)
        return other

    def ordered(self):
        return [(number, self.rows[number]) for number in sorted(self.rows)]

    # Those rows that a new one cannot stand beside, with what they have in common.
    def clashes(self, number, row, but=None):
        if number in self.rows and number != but:
            yield number, [self.key] if self.key is not None else []
        for places in self.uniques:
            wanted = [row[place] for place in places]
            if None not in wanted:
                for other, held in self.rows.items():
                    if other != but and [held[place] for place in places] == wanted:
                        yield other, places

    def check(self, row, base):
        for place, column in enumerate(self.columns):
            if column["not_null"] and row[place] is None:
                raise IntegrityError(f"NOT NULL constraint failed: {self.name}.{column['name']}")
        for expression, text in self.checks:
            held = _true(_value(expression, _Scope(base, [(self.name, self.lower)], [row], ())))
            if held is False:
                raise IntegrityError(f"CHECK constraint failed: {text}")

    def refuse(self, places):
        names = ", ".join([f"{self.name}.{self.columns[place]['name']}" for place in places])
        raise IntegrityError(f"UNIQUE constraint failed: {names}")

    # Puts a row in place of another, or as a new one; None if a conflict has it ignored.
    def put(self, number, row, base, conflict, but=None):
        self.check(row, base)
        for other, places in list(self.clashes(number, row, but)):
            if conflict == "ignore":
                return None
            if conflict != "replace":
                self.refuse(places)
            self.rows.pop(other, None)
        if but is not None and but != number:
            del self.rows[but]
        self.rows[number] = row
        self.last = max(self.last, number)
        return number


# What connections share: the tables as they were committed, and who is writing.
class _Store:
    def __init__(self):
        self.tables = {}
        self.writer = None
        self.lock = _threading.Condition()


_stores = {}
