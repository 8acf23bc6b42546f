# Statements, as the parser finds them: continued.
class _Statements(_Parser):
    def statement(self):
        word = self.take("select", "insert", "replace", "update", "delete", "create", "drop", "begin", "commit", "end", "rollback",
                         "pragma", "alter", "vacuum", "analyze", "savepoint", "release", "with", "values", "explain")
        if word is None:
            self.fail()
        if word == "select":
            self.place -= 1
            return ("select", self.select())
        if word in ("insert", "replace", "update", "delete", "create", "drop", "alter"):
            return getattr(self, "_" + word)()
        if word == "begin":
            mode = self.take("deferred", "immediate", "exclusive") or "deferred"
            self.take("transaction")
            return ("begin", mode)
        if word in ("commit", "end", "rollback"):
            self.take("transaction")
            return ("commit",) if word != "rollback" else ("rollback",)
        if word == "pragma":
            name = self.name(True).lower()
            value = None
            if self.take("=", "("):
                self.take("-")
                value = self.tokens[self.place][1]
                self.place += 1
                self.take(")")
            return ("pragma", name, value)
        if word in ("vacuum", "analyze"):
            return ("nothing",)
        raise NotSupportedError(f"{word.upper()} is not supported by Interleave")

    def select(self):
        self.need("select")
        distinct = bool(self.take("distinct"))
        self.take("all")
        columns = self.list_of(self.result_column)
        sources = []
        where = group = having = limit = offset = None
        order = []
        if self.take("from"):
            sources.append(("from", self.source(), None))
            while True:
                if self.take(","):
                    sources.append(("join", self.source(), None))
                    continue
                start = self.place
                left = bool(self.take("left"))
                self.take("outer", "inner", "cross")
                if not self.take("join"):
                    self.place = start
                    break
                joined = self.source()
                test = None
                if self.take("on"):
                    test = self.expression()
                elif self.take("using"):
                    test = ("using", self.names())
                sources.append(("left" if left else "join", joined, test))
        if self.take("where"):
            where = self.expression()
        if self.all("group", "by"):
            group = self.list_of(self.expression)
            if self.take("having"):
                having = self.expression()
        union = None
        if self.take("union"):
            every = bool(self.take("all"))
            union = (every, self.select())
        if self.all("order", "by"):
            order = self.list_of(self.ordering)
        if self.take("limit"):
            limit = self.expression()
            if self.take("offset"):
                offset = self.expression()
            elif self.take(","):
                limit, offset = self.expression(), limit
        return (distinct, columns, sources, where, group, having, order, limit, offset, union)

    def result_column(self):
        if self.take("*"):
            return ("all", None, "")
        if self.tokens[self.place][0] in ("word", "name") and self.tokens[self.place + 1][1] == "." and self.tokens[self.place + 2][1] == "*":
            name = self.name()
            self.place += 2
            return ("all", name, "")
        start = self.tokens[self.place][2]
        expression = self.expression()
        shown = self.sql[start : self.tokens[self.place][2]].strip()
        if expression[0] == "column":
            shown = expression[2]
        if self.take("as") or self.tokens[self.place][0] in ("name",) or self.tokens[self.place][0] == "word" and not self.peek(*_KEYWORDS):
            shown = self.name()
        return ("one", expression, shown)

    def source(self):
        if self.take("("):
            inner = self.select()
            self.need(")")
            self.take("as")
            return (inner, self.name() if self.tokens[self.place][0] in ("word", "name") and not self.peek(*_KEYWORDS) else "")
        table = self.name()
        if self.take("as") or self.tokens[self.place][0] in ("word", "name") and not self.peek(*_KEYWORDS):
            return (table, self.name())
        return (table, table)

    def ordering(self):
        expression = self.expression()
        if self.take("collate"):
            self.name()
        descending = self.take("asc", "desc") == "desc"
        if self.take("nulls"):
            self.name()
        return (expression, descending)

    def _replace(self):
        return self._insert("replace")

    def _insert(self, conflict=None):
        if self.take("or"):
            conflict = self.take("replace", "ignore", "abort", "fail", "rollback")
        self.need("into")
        table = self.name()
        if self.take("as"):
            self.name()
        columns = self.names() if self.peek("(") else None
        if self.all("default", "values"):
            rows = ("rows", [[]])
            columns = []
        elif self.peek("select"):
            rows = ("select", self.select())
        else:
            self.need("values")
            rows = ("rows", self.list_of(self.row))
        upsert = None
        if self.all("on", "conflict"):
            if self.peek("("):
                self.names()
            self.need("do")
            if self.take("nothing"):
                conflict = "ignore"
            else:
                self.need("update", "set")
                changes = self.list_of(self.change)
                upsert = (changes, self.expression() if self.take("where") else None)
        return ("insert", table, columns, rows, conflict, upsert, self.returning())

    def row(self):
        self.need("(")
        values = self.list_of(self.expression)
        self.need(")")
        return values

    def change(self):
        name = self.name()
        self.need("=")
        return (name, self.expression())

    def returning(self):
        return self.list_of(self.result_column) if self.take("returning") else None

    def _update(self):
        conflict = self.take("replace", "ignore", "abort", "fail", "rollback") if self.take("or") else None
        table = self.name()
        self.need("set")
        changes = self.list_of(self.change)
        where = self.expression() if self.take("where") else None
        return ("update", table, changes, where, conflict, self.returning())

    def _delete(self):
        self.need("from")
        table = self.name()
        where = self.expression() if self.take("where") else None
        return ("delete", table, where, self.returning())

    def _drop(self):
        kind = self.take("table", "index", "view", "trigger")
        if_exists = self.all("if", "exists")
        return ("drop", kind, self.name(), if_exists)

    def _alter(self):
        self.need("table")
        table = self.name()
        if self.all("rename", "to"):
            return ("rename", table, self.name())
        self.need("add")
        self.take("column")
        return ("add", table, self.column([], []))

    def _create(self):
        self.take("temp", "temporary")
        unique = bool(self.take("unique"))
        if self.take("index"):
            if_not = self.all("if", "not", "exists")
            name = self.name()
            self.need("on")
            return ("index", name, self.name(), self.names(), unique, if_not)
        if not self.take("table"):
            raise NotSupportedError("CREATE of anything but tables and indexes is not supported by Interleave")
        if_not = self.all("if", "not", "exists")
        table = self.name()
        columns, uniques, checks = [], [], []
        self.need("(")
        while True:
            if self.take("constraint"):
                self.name()
            if self.peek("primary", "unique", "check", "foreign"):
                self.table_rule(columns, uniques, checks)
            else:
                columns.append(self.column(uniques, checks))
            if not self.take(","):
                break
        self.need(")")
        while self.take("without", "rowid", "strict", ","):
            pass
        return ("table", table, columns, uniques, checks, if_not)

    def table_rule(self, columns, uniques, checks):
        rule = self.take("primary", "unique", "check", "foreign")
        if rule == "check":
            checks.append(self.check())
            return
        if rule == "foreign":
            self.need("key")
            self.names()
            self.references()
            return
        if rule == "primary":
            self.need("key")
        names = self.names()
        for column in columns:
            if rule == "primary" and len(names) == 1 and column["name"] == names[0] and column["type"] == "INTEGER":
                column["rowid"] = True
                return
        uniques.append(names)

    def check(self):
        self.need("(")
        start = self.tokens[self.place][2]
        expression = self.expression()
        text = self.sql[start : self.tokens[self.place][2]].strip()
        self.need(")")
        return (expression, text)

    def references(self):
        if self.take("references"):
            self.name()
            if self.peek("("):
                self.names()
            while self.take("on"):
                self.take("delete", "update")
                self.take("cascade", "restrict", "set", "no")
                self.take("null", "action", "default")
            self.take("deferrable", "initially", "deferred")

    def column(self, uniques, checks):
        column = {"name": self.name(True), "type": "", "rowid": False, "not_null": False, "default": None, "counts_on": False}
        words = []
        while self.tokens[self.place][0] == "word" and not self.peek(*_KEYWORDS, "autoincrement", "generated"):
            words.append(self.name(True))
        if self.take("("):
            while not self.take(")"):
                self.place += 1
        column["type"] = " ".join(words).upper()
        while True:
            if self.take("constraint"):
                self.name()
            elif self.all("primary", "key"):
                self.take("asc", "desc")
                if column["type"] == "INTEGER":
                    column["rowid"] = True
                else:
                    uniques.append([column["name"]])
                column["counts_on"] = bool(self.take("autoincrement"))
            elif self.all("not", "null"):
                column["not_null"] = True
            elif self.take("null"):
                pass
            elif self.take("unique"):
                uniques.append([column["name"]])
            elif self.take("default"):
                column["default"] = self.unary()
            elif self.take("check"):
                checks.append(self.check())
            elif self.take("collate"):
                self.name()
            elif self.peek("references"):
                self.references()
            else:
                return column


_known = {}


# A statement of each text, and its holes; the same text is taken apart once.
def _parsed(sql):
    if sql not in _known:
        parser = _Statements(sql)
        if parser.tokens[0][0] == "end" or parser.peek(";"):
            _known[sql] = (("nothing",), [])
            return _known[sql]
        statement = parser.statement()
        parser.take(";")
        if parser.tokens[parser.place][0] != "end":
            if parser.tokens[parser.place - 1][1] == ";":
                raise ProgrammingError("You can only execute one statement at a time.")
            parser.fail()
        _known[sql] = (statement, parser.holes)
    return _known[sql]
