# SELECT: rows are joined one source after the other, tested, gathered in groups, put in order.
class _Selecting(_Base):
    def _source(self, named, params, outer):
        what, alias = named
        if not isinstance(what, str):
            names, rows = self._select(what, params, outer)
            return (alias, [name.lower() for name in names]), [list(row) for row in rows], names
        if what.lower() in ("sqlite_master", "sqlite_schema"):
            names = ["type", "name", "tbl_name", "rootpage", "sql"]
            rows = [["table", table.name, table.name, 2, None] for table in self._tables().values()]
            return (alias, names), rows, names
        table = self._table(what)
        rows = [row + [number] for number, row in table.ordered()]
        return (alias, table.lower + ["rowid"]), rows, [column["name"] for column in table.columns]

    def _joined(self, sources, params, outer):
        found, names, combined = [], [], [[]]
        for how, named, test in sources:
            source, rows, shown = self._source(named, params, outer)
            earlier = list(found)
            found.append(source)
            names.append(shown)
            after = []
            for before in combined:
                matched = False
                for row in rows:
                    both = before + [row]
                    if test is None or self._joins(test, earlier, found, both, params, outer):
                        matched = True
                        after.append(both)
                if how == "left" and not matched:
                    after.append(before + [None])
            combined = after
        return found, names, combined

    def _joins(self, test, earlier, sources, rows, params, outer):
        scope = _Scope(self, sources, rows, params, outer)
        if test[0] != "using":
            return _true(_value(test, scope))
        for name in test[1]:
            left = _Scope(self, earlier, rows[:-1], params).column(None, name)
            if not _compared("=", left, scope.column(sources[-1][0], name)):
                return False
        return True

    def _expanded(self, columns, sources, tables):
        found = []
        for kind, part, shown in columns:
            if kind == "one":
                found.append((part, shown))
                continue
            if not sources:
                raise OperationalError("no tables specified")
            for source, table in zip(sources, tables):
                if part is None or source[0].lower() == part.lower():
                    names = table if isinstance(table, list) else [column["name"] for column in table.columns]
                    found += [(("column", source[0], name), name) for name in names]
        return found

    def _select(self, select, params, outer=None):
        columns, sources = select[1], select[2]
        sources, names, combined = self._joined(sources, params, outer)
        columns = self._expanded(columns, sources, names)
        around, self._aliases = self._aliases, {shown.lower(): part for part, shown in columns if part[0] != "column"}
        try:
            return self._found(select, columns, sources, combined, params, outer)
        finally:
            self._aliases = around

    def _found(self, select, columns, sources, combined, params, outer):
        distinct, _, _, where, group, having, order, limit, offset, union = select
        if where is not None:
            combined = [rows for rows in combined if _true(_value(where, _Scope(self, sources, rows, params, outer)))]
        aggregates = group is not None or having is not None or any([_is_aggregate(part) for part, _ in columns])
        if aggregates:
            scopes = self._groups(sources, combined, group, having, columns, params, outer)
        else:
            scopes = [_Scope(self, sources, rows, params, outer) for rows in combined]
        made = [(tuple([_value(part, scope) for part, _ in columns]), scope) for scope in scopes]
        if not made and not combined and sources:
            self._look(columns, sources, params, outer, aggregates)
        if union is not None:
            more = self._select(union[1], params, outer)[1]
            made += [(row, None) for row in more]
            distinct = distinct or not union[0]
        if distinct:
            seen = []
            for row, scope in made:
                if row not in [known for known, _ in seen]:
                    seen.append((row, scope))
            made = sorted(seen, key=lambda one: [_Key(value) for value in one[0]]) if union is not None else seen
        for part, descending in reversed(order):
            made.sort(key=lambda one: _Key(self._order(part, one, columns)), reverse=descending)
        rows = [row for row, _ in made]
        scope = _Scope(self, [], [], params, outer)
        start = 0 if offset is None else _value(offset, scope)
        count = -1 if limit is None else _value(limit, scope)
        return [shown for _, shown in columns], rows[start:] if count < 0 else rows[start : start + count]

    # A column that is not there is a mistake even where there are no rows.
    def _look(self, columns, sources, params, outer, aggregates):
        scope = _Scope(self, sources, [None] * len(sources), params, outer, [] if aggregates else None)
        for part, _ in columns:
            if part[0] == "column":
                _value(part, scope)

    def _order(self, part, one, columns):
        row, scope = one
        if part[0] == "value" and isinstance(part[1], int):
            return row[part[1] - 1]
        if part[0] == "column" and part[1] is None:
            for place, (_, shown) in enumerate(columns):
                if shown.lower() == part[2].lower():
                    return row[place]
        return _value(part, scope)

    def _groups(self, sources, combined, group, having, columns, params, outer):
        # `max(x)` has the other columns come from its row.
        groups = {}
        for rows in combined:
            scope = _Scope(self, sources, rows, params, outer)
            key = ()
            if group is not None:
                parts = [self._named(part, columns) for part in group]
                key = tuple([_value(part, scope) for part in parts])
            groups.setdefault(key, []).append(rows)
        if group is None and not groups:
            groups[()] = []
        scopes = []
        for key in sorted(groups, key=lambda key: [_Key(value) for value in key]):
            rows = groups[key]
            first = rows[0] if rows else [None] * len(sources)
            scope = _Scope(self, sources, first, params, outer, rows)
            if having is None or _true(_value(having, scope)):
                scopes.append(scope)
        return scopes

    def _named(self, part, columns):
        if part[0] == "value" and isinstance(part[1], int):
            return columns[part[1] - 1][0]
        if part[0] == "column" and part[1] is None:
            for known, shown in columns:
                if shown.lower() == part[2].lower() and known[0] != "column":
                    return known
        return part
