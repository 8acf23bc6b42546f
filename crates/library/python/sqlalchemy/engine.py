from sqlalchemy.exc import ArgumentError, MultipleResultsFound, NoResultFound, NoSuchModuleError, ResourceClosedError, _refused


class Engine:
    def __init__(self, url, dialect):
        self.url = url
        self.name = dialect
        self._database = _database(url, dialect)

    def __repr__(self):
        return "Engine(" + self.url + ")"

    def dispose(self, close=True):
        pass

    def _execute(self, transaction, text, spec):
        statement = _statement(transaction, text, spec)
        result = _run(statement)
        if type(result) is tuple:
            raise _refused(result[0], result[1], text)
        return result


def create_engine(url, **options):
    url = str(url)
    scheme, mark, rest = url.partition("://")
    if not mark:
        raise ArgumentError("Could not parse SQLAlchemy URL from given URL string")
    dialect = scheme.split("+")[0]
    if dialect not in ("sqlite", "postgresql"):
        raise NoSuchModuleError("Can't load plugin: sqlalchemy.dialects:" + scheme.replace("+", "."))
    return Engine(url, dialect)


class Result:
    def __init__(self, rows, rowcount=-1):
        self._rows = rows
        self._next = 0
        self._closed = False
        self.rowcount = rowcount

    def _rest(self):
        if self._closed:
            raise ResourceClosedError("This result object is closed.")
        rest = self._rows[self._next:]
        self._next = len(self._rows)
        return rest

    def _only(self):
        rest = self._rest()
        self._closed = True
        return rest

    def __iter__(self):
        while True:
            if self._closed:
                raise ResourceClosedError("This result object is closed.")
            if self._next == len(self._rows):
                return
            self._next = self._next + 1
            yield self._rows[self._next - 1]

    def all(self):
        return self._rest()

    fetchall = all

    def fetchone(self):
        if self._closed:
            raise ResourceClosedError("This result object is closed.")
        if self._next == len(self._rows):
            return None
        self._next = self._next + 1
        return self._rows[self._next - 1]

    def first(self):
        rest = self._only()
        return rest[0] if rest else None

    def one(self):
        rest = self._only()
        if not rest:
            raise NoResultFound("No row was found when one was required")
        if len(rest) > 1:
            raise MultipleResultsFound("Multiple rows were found when exactly one was required")
        return rest[0]

    def one_or_none(self):
        rest = self._only()
        if len(rest) > 1:
            raise MultipleResultsFound("Multiple rows were found when one or none was required")
        return rest[0] if rest else None

    def close(self):
        self._closed = True

    def unique(self):
        return self

    def scalars(self, index=0):
        return ScalarResult([row[index] for row in self._rest()])

    def scalar(self):
        row = self.first()
        return None if row is None else row[0]

    def scalar_one(self):
        return self.one()[0]

    def scalar_one_or_none(self):
        row = self.one_or_none()
        return None if row is None else row[0]


class ScalarResult(Result):
    pass


class CursorResult(Result):
    pass


class Row(tuple):
    pass
