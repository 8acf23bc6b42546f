# The database of the standard library: what programs see of it.
version = "2.6.0"
sqlite_version = "3.46.1"
sqlite_version_info = (3, 46, 1)
apilevel = "2.0"
paramstyle = "qmark"
threadsafety = 3
PARSE_DECLTYPES = 1
PARSE_COLNAMES = 2
SQLITE_OK = 0
SQLITE_BUSY = 5
LEGACY_TRANSACTION_CONTROL = -1


def register_converter(typename, converter, /):
    pass


def adapt(obj, *rest):
    return obj


class Row:
    def __init__(self, cursor, data, /):
        self._names = [column[0] for column in cursor.description]
        self._data = data

    def keys(self):
        return list(self._names)

    def __getitem__(self, key):
        if isinstance(key, str):
            for place, name in enumerate(self._names):
                if name.lower() == key.lower():
                    return self._data[place]
            raise IndexError("No item with that key")
        return self._data[key]

    def __iter__(self):
        return iter(self._data)

    def __len__(self):
        return len(self._data)

    def __eq__(self, other):
        return isinstance(other, Row) and self._names == other._names and self._data == other._data

    def __hash__(self):
        return hash((tuple(self._names), self._data))


Row.__module__ = "sqlite3"


class Cursor:
    def __init__(self, connection, /):
        self.connection = connection
        self.description = None
        self.rowcount = -1
        self.lastrowid = None
        self.arraysize = 1
        self.row_factory = connection.row_factory
        self._rows = []
        self._is_closed = False

    def _check(self):
        self.connection._check()
        if self._is_closed:
            raise ProgrammingError("Cannot operate on a closed cursor.")

    def execute(self, sql, parameters=(), /):
        self._check()
        self.rowcount = self._one(sql, parameters)
        return self

    def _one(self, sql, parameters):
        connection = self.connection
        with connection._store.lock:
            statement, holes = _parsed(sql)
            if not isinstance(parameters, dict):
                parameters = tuple(parameters)
                wanted = max([int(hole[1:]) for hole in holes if hole[1:].isdigit()], default=len(holes))
                if len(parameters) != wanted:
                    raise ProgrammingError(
                        f"Incorrect number of bindings supplied. The current statement uses {wanted}, and there "
                        f"{'is' if len(parameters) == 1 else 'are'} {len(parameters)} supplied."
                    )
            if connection.isolation_level is not None and statement[0] in ("insert", "update", "delete"):
                if not connection._is_open:
                    connection._write()
                    connection._is_open = True
            names, rows, count = connection._run(statement, parameters)
            self.description = None if names is None else tuple([(name, *(None,) * 6) for name in names])
            self._rows = rows
            if statement[0] == "insert":
                self.lastrowid = connection._last
            return count

    def executemany(self, sql, parameters, /):
        self._check()
        if _parsed(sql)[0][0] == "select":
            raise ProgrammingError("executemany() can only execute DML statements.")
        count = 0
        for one in parameters:
            count += self._one(sql, one)
        self.rowcount = count
        return self

    def executescript(self, sql_script, /):
        self._check()
        if self.connection._is_open:
            self.connection.commit()
        tokens = _tokens(sql_script)
        start = 0
        for kind, value, place in tokens:
            if kind == "mark" and value == ";" or kind == "end":
                text = sql_script[start:place].strip()
                start = place + 1
                if text and _tokens(text)[0][0] != "end":
                    with self.connection._store.lock:
                        self.connection._run(_parsed(text)[0], ())
        return self

    def _made(self, row):
        factory = self.row_factory
        return row if factory is None else factory(self, row)

    def __next__(self):
        self._check()
        if not self._rows:
            raise StopIteration
        return self._made(self._rows.pop(0))

    def __iter__(self):
        return self

    def fetchone(self):
        return next(self, None)

    def fetchmany(self, size=None):
        self._check()
        size = self.arraysize if size is None else size
        rows, self._rows = self._rows[:size], self._rows[size:]
        return [self._made(row) for row in rows]

    def fetchall(self):
        self._check()
        rows, self._rows = self._rows, []
        return [self._made(row) for row in rows]

    def close(self):
        self._is_closed = True

    def setinputsizes(self, sizes, /):
        pass

    def setoutputsize(self, size, column=None, /):
        pass


class Connection(_Selecting):
    def __init__(self, database, timeout=5.0, detect_types=0, isolation_level="", check_same_thread=True, *ignored, **options):
        self._is_memory = database in (":memory:", "") or "mode=memory" in str(database) and "cache=shared" not in str(database)
        self._store = _Store() if self._is_memory else _opened(str(database))
        self._timeout = timeout
        self.isolation_level = isolation_level
        self.row_factory = None
        self.text_factory = str
        self.total_changes = 0
        self._thread = _threading.get_ident() if check_same_thread else None
        self._functions, self._pragmas, self._aliases = {}, {}, {}
        self._is_open = self._is_closed = False
        self._work, self._copied = {}, []
        self._last = self._changed = 0

    def _check(self):
        if self._thread is not None and self._thread != _threading.get_ident():
            raise ProgrammingError(
                "SQLite objects created in a thread can only be used in that same thread. The object was created in thread "
                f"id {self._thread} and this is thread id {_threading.get_ident()}."
            )
        if self._is_closed:
            raise ProgrammingError("Cannot operate on a closed database.")

    @property
    def in_transaction(self):
        return self._is_open

    def cursor(self, factory=Cursor):
        self._check()
        made = factory(self)
        if self.row_factory is not None:
            made.row_factory = self.row_factory
        return made

    def execute(self, sql, parameters=(), /):
        return self.cursor().execute(sql, parameters)

    def executemany(self, sql, parameters, /):
        return self.cursor().executemany(sql, parameters)

    def executescript(self, sql_script, /):
        return self.cursor().executescript(sql_script)

    def commit(self):
        self._check()
        with self._store.lock:
            self._end(True)

    def rollback(self):
        self._check()
        with self._store.lock:
            self._end(False)

    def close(self):
        if self._thread is not None:
            closed, self._is_closed = self._is_closed, False
            self._check()
            self._is_closed = closed
        with self._store.lock:
            self._end(False)
        self._is_closed = True

    def create_function(self, name, narg, func, /, *, deterministic=False):
        self._functions[name.lower()] = func

    def interrupt(self):
        pass

    def set_trace_callback(self, trace_callback, /):
        pass

    def __enter__(self):
        self._check()
        return self

    def __exit__(self, kind, error, traceback):
        if kind is None:
            self.commit()
        else:
            self.rollback()
        return False

    def __call__(self, sql, /):
        return _parsed(sql)


for _kind in (Connection, Cursor, Error, DatabaseError, OperationalError, IntegrityError, ProgrammingError, InterfaceError):
    _kind.__module__ = "sqlite3"
for _kind in (Warning, DataError, InternalError, NotSupportedError):
    _kind.__module__ = "sqlite3"


# A file's tables are those of its name, as long as the file is there.
def _opened(name):
    import os
    if "mode=memory" not in name:
        name = os.path.abspath(name.removeprefix("file:").split("?")[0])
        if not os.path.exists(name):
            try:
                _files.open(name, "wb").close()
            except OSError:
                raise OperationalError("unable to open database file") from None
            _stores.pop(name, None)
    if name not in _stores:
        _stores[name] = _Store()
    return _stores[name]


def connect(database, timeout=5.0, detect_types=0, isolation_level="", check_same_thread=True, factory=Connection, *rest, **options):
    return factory(database, timeout, detect_types, isolation_level, check_same_thread)


def complete_statement(statement):
    return statement.rstrip().endswith(";")
