# What statements do. A connection is one of these.
class _Base:
    def _tables(self):
        return self._work if self._store.writer is self else self._store.tables

    def _table(self, name, writes=False):
        tables = self._tables()
        table = tables.get(name.lower())
        if table is None:
            raise OperationalError(f"no such table: {name}")
        if writes and name.lower() not in self._copied:
            self._copied.append(name.lower())
            table = tables[name.lower()] = table.copy()
        return table

    # Becomes the one that writes, or gives up.
    def _write(self):
        store = self._store
        if store.writer is self:
            return
        end = _time.monotonic() + self._timeout
        while store.writer is not None:
            left = end - _time.monotonic()
            if left <= 0:
                raise OperationalError("database is locked")
            store.lock.wait(left)
        store.writer = self
        self._work, self._copied = dict(store.tables), []

    def _end(self, keeps):
        store = self._store
        if store.writer is self:
            if keeps:
                store.tables = self._work
            store.writer = None
            store.lock.notify_all()
        self._is_open = False

    # Of a statement: the names of its columns or None, its rows, and how many rows it changed or -1.
    def _run(self, statement, params):
        kind = statement[0]
        if kind == "select":
            names, rows = self._select(statement[1], params)
            return names, rows, -1
        if kind == "nothing":
            return None, [], -1
        if kind == "begin":
            if self._is_open:
                raise OperationalError("cannot start a transaction within a transaction")
            if statement[1] != "deferred":
                self._write()
            self._is_open = True
            return None, [], -1
        if kind in ("commit", "rollback"):
            if not self._is_open:
                raise OperationalError(f"cannot {kind} - no transaction is active")
            self._end(kind == "commit")
            return None, [], -1
        if kind == "pragma":
            return self._pragma(statement[1], statement[2])
        self._write()
        try:
            result = getattr(self, "_do_" + kind)(statement, params)
        except BaseException:
            if not self._is_open:
                self._end(False)
            raise
        if not self._is_open:
            self._end(True)
        return result

    def _pragma(self, name, value):
        if name == "table_info" and value:
            table = self._table(value)
            rows = [
                (place, column["name"], column["type"], int(column["not_null"]), None, int(column["rowid"]))
                for place, column in enumerate(table.columns)
            ]
            return ["cid", "name", "type", "notnull", "dflt_value", "pk"], rows, -1
        if name == "journal_mode":
            mode = "memory" if self._is_memory else (value or "delete").lower()
            return [name], [(mode,)], -1
        if value is None:
            return [name], [(self._pragmas.get(name, 0),)], -1
        self._pragmas[name] = value
        return None, [], -1

    def _do_table(self, statement, params):
        _, name, columns, uniques, checks, if_not = statement
        if name.lower() in self._tables():
            if not if_not:
                raise OperationalError(f"table {name} already exists")
        else:
            self._tables()[name.lower()] = _Table(name, columns, uniques, checks)
        return None, [], -1

    def _do_index(self, statement, params):
        _, name, table, columns, unique, if_not = statement
        table = self._table(table, True)
        if unique:
            table.uniques = table.uniques + [[table.lower.index(column.lower()) for column in columns]]
        return None, [], -1

    def _do_drop(self, statement, params):
        _, kind, name, if_exists = statement
        if kind == "table" and self._tables().pop(name.lower(), None) is None and not if_exists:
            raise OperationalError(f"no such table: {name}")
        return None, [], -1

    def _do_rename(self, statement, params):
        table = self._table(statement[1], True)
        table.name = statement[2]
        self._tables()[statement[2].lower()] = self._tables().pop(statement[1].lower())
        return None, [], -1

    def _do_add(self, statement, params):
        table, column = self._table(statement[1], True), statement[2]
        default = None if column["default"] is None else _value(column["default"], _Scope(self, [], [], params))
        table.columns = table.columns + [column]
        table.lower = table.lower + [column["name"].lower()]
        table.rows = {number: row + [default] for number, row in table.rows.items()}
        return None, [], -1

    def _places(self, table, columns):
        for column in columns:
            if column.lower() not in table.lower:
                raise OperationalError(f"table {table.name} has no column named {column}")
        return [table.lower.index(column.lower()) for column in columns]

    def _do_insert(self, statement, params):
        _, name, columns, rows, conflict, upsert, returning = statement
        table = self._table(name, True)
        scope = _Scope(self, [], [], params)
        if rows[0] == "select":
            given = [list(row) for row in self._select(rows[1], params)[1]]
        else:
            given = [[_value(part, scope) for part in row] for row in rows[1]]
        places = list(range(len(table.columns))) if columns is None else self._places(table, columns)
        before, last = dict(table.rows), table.last
        count, put = 0, []
        try:
            for values in given:
                if len(values) != len(places):
                    if columns is None:
                        raise OperationalError(
                            f"table {table.name} has {len(places)} columns but {len(values)} values were supplied"
                        )
                    raise OperationalError(f"{len(values)} values for {len(places)} columns")
                row = [None if column["default"] is None else _value(column["default"], scope) for column in table.columns]
                for place, value in zip(places, values):
                    row[place] = value
                number = self._insert_row(table, row, conflict, upsert, params)
                if number is not None:
                    count += 1
                    put.append(number)
        except BaseException:
            table.rows, table.last = before, last
            raise
        self._changed = count
        self.total_changes += count
        return self._returned(table, put, returning, params, count)

    def _insert_row(self, table, row, conflict, upsert, params):
        row = [_stored(value, column["type"]) for value, column in zip(row, table.columns)]
        number = table.last + 1 if table.counts_on else max(table.rows, default=0) + 1
        if table.counts_on:
            table.last = number
        if table.key is not None:
            if row[table.key] is None:
                row[table.key] = number
            elif not isinstance(row[table.key], int):
                raise IntegrityError("datatype mismatch")
            number = row[table.key]
        if upsert is not None:
            for other, _ in table.clashes(number, row):
                sources = [(table.name, table.lower), ("excluded", table.lower)]
                scope = _Scope(self, sources, [table.rows[other], row], params)
                if upsert[1] is None or _true(_value(upsert[1], scope)):
                    self._change(table, other, upsert[0], scope, None)
                return other
        number = table.put(number, row, self, conflict)
        if number is not None:
            self._last = number
        return number

    def _change(self, table, number, changes, scope, conflict):
        row = list(table.rows[number])
        for name, part in changes:
            if name.lower() not in table.lower:
                raise OperationalError(f"no such column: {name}")
            place = table.lower.index(name.lower())
            row[place] = _stored(_value(part, scope), table.columns[place]["type"])
        key = number if table.key is None else row[table.key]
        return table.put(key, row, self, conflict, number)

    def _matching(self, table, where, params):
        sources = [(table.name, table.lower + ["rowid"])]
        for number, row in table.ordered():
            scope = _Scope(self, sources, [row + [number]], params)
            if where is None or _true(_value(where, scope)):
                yield number, scope

    def _do_update(self, statement, params):
        _, name, changes, where, conflict, returning = statement
        table = self._table(name, True)
        before = dict(table.rows)
        put = []
        try:
            for number, scope in list(self._matching(table, where, params)):
                number = self._change(table, number, changes, scope, conflict)
                if number is not None:
                    put.append(number)
        except BaseException:
            table.rows = before
            raise
        self._changed = len(put)
        self.total_changes += len(put)
        return self._returned(table, put, returning, params, len(put))

    def _do_delete(self, statement, params):
        _, name, where, returning = statement
        table = self._table(name, True)
        gone = [number for number, _ in self._matching(table, where, params)]
        result = self._returned(table, gone, returning, params, len(gone))
        for number in gone:
            del table.rows[number]
        self._changed = len(gone)
        self.total_changes += len(gone)
        return result

    def _returned(self, table, numbers, returning, params, count):
        if returning is None:
            return None, [], count
        sources = [(table.name, table.lower + ["rowid"])]
        columns = self._expanded(returning, sources, [table])
        rows = []
        for number in numbers:
            scope = _Scope(self, sources, [table.rows[number] + [number]], params)
            rows.append(tuple([_value(part, scope) for part, _ in columns]))
        return [shown for _, shown in columns], rows, count
