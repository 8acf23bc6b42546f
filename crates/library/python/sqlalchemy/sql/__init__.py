from sqlalchemy.exc import ArgumentError
from sqlalchemy.sql.expression import _Expression, _Ordering, _operand, and_, asc, col, desc, func, not_, or_


class _Filtered:
    _condition = None

    def _copy(self):
        new = object.__new__(type(self))
        new.__dict__.update(self.__dict__)
        return new

    def where(self, *conditions):
        new = self._copy()
        for condition in conditions:
            if new._condition is None:
                new._condition = and_(condition)
            else:
                new._condition = and_(new._condition, condition)
        return new

    filter = where

    def filter_by(self, **values):
        new = self
        for name, value in values.items():
            new = new.where(getattr(self._model, name) == value)
        return new

    def execution_options(self, **options):
        return self

    def options(self, *options):
        return self

    def _spec_of_condition(self):
        return None if self._condition is None else self._condition._spec

    def _where_text(self):
        return "" if self._condition is None else " WHERE " + self._condition._text


def _table_of(entity):
    table = getattr(entity, "__table__", None)
    if table is None:
        raise ArgumentError("Column expression, FROM clause, or other columns clause element expected, got " + repr(entity) + ".")
    return table


class _Select(_Filtered):
    def __init__(self, entities):
        self._entities = entities
        self._tables = ()
        self._order = ()
        self._limit = None
        self._offset = 0
        self._lock = ""
        self._fresh = False
        self._model = None
        for entity in entities:
            if isinstance(entity, _Expression):
                self._add_tables(entity._spec)
            else:
                self._add_table(_table_of(entity).name)
                if self._model is None:
                    self._model = entity

    def _add_table(self, name):
        if name not in self._tables:
            self._tables = (*self._tables, name)

    def _add_tables(self, spec):
        if spec[0] == "column":
            self._add_table(spec[1])
        elif spec[0] != "value":
            for part in spec[1:]:
                self._add_tables(part)

    def where(self, *conditions):
        new = _Filtered.where(self, *conditions)
        if new._condition is not None:
            new._add_tables(new._condition._spec)
        return new

    filter = where

    def select_from(self, *entities):
        new = self._copy()
        for entity in entities:
            new._add_table(_table_of(entity).name)
        return new

    def join(self, target, on=None, *, isouter=False, full=False):
        if isouter or full:
            raise NotImplementedError("outer joins are not supported by Interleave")
        table = _table_of(target)
        new = self._copy()
        known = new._tables
        new._add_table(table.name)
        if on is None:
            on = table._joined_to(known)
        return new.where(on)

    def order_by(self, *expressions):
        new = self._copy()
        for expression in expressions:
            if not isinstance(expression, _Ordering):
                expression = asc(expression)
            new._order = (*new._order, expression)
        return new

    def limit(self, count):
        new = self._copy()
        new._limit = count
        return new

    def offset(self, count):
        new = self._copy()
        new._offset = count
        return new

    def distinct(self):
        raise NotImplementedError("distinct() is not supported by Interleave")

    def group_by(self, *expressions):
        raise NotImplementedError("group_by() is not supported by Interleave")

    def with_for_update(self, nowait=False, read=False, of=None, skip_locked=False, key_share=False):
        new = self._copy()
        new._lock = "nowait" if nowait else "skip" if skip_locked else "wait"
        return new

    def execution_options(self, **options):
        new = self._copy()
        if "populate_existing" in options:
            new._fresh = options["populate_existing"]
        return new

    def _outputs(self):
        outputs = []
        for entity in self._entities:
            if isinstance(entity, _Expression):
                outputs.append(entity._spec)
            else:
                outputs.extend(_table_of(entity)._specs)
        return tuple(outputs)

    def _statement_spec(self):
        order = tuple([(_operand(o._expression)[0], o._descending) for o in self._order])
        condition = self._spec_of_condition()
        return ("select", self._tables, self._outputs(), condition, order, self._limit, self._offset, self._lock)

    def _statement_text(self):
        names = []
        for entity in self._entities:
            if isinstance(entity, _Expression):
                names.append(entity._text)
            else:
                names.append(_table_of(entity)._names_text)
        text = "SELECT " + ", ".join(names) + " FROM " + ", ".join(self._tables) + self._where_text()
        if self._order:
            orders = [_operand(o._expression)[1] + (" DESC" if o._descending else "") for o in self._order]
            text = text + " ORDER BY " + ", ".join(orders)
        if self._limit is not None:
            text = text + " LIMIT " + str(self._limit)
        if self._offset:
            text = text + " OFFSET " + str(self._offset)
        if self._lock:
            text = text + " FOR UPDATE"
        if self._lock == "nowait":
            text = text + " NOWAIT"
        if self._lock == "skip":
            text = text + " SKIP LOCKED"
        return text

    def __str__(self):
        return self._statement_text()


def select(*entities):
    return _Select(entities)


class _Delete(_Filtered):
    def __init__(self, model):
        self._model = model
        self._table = _table_of(model)

    def _change(self):
        return ("delete", self._table.name, self._spec_of_condition(), False)

    def _change_text(self):
        return "DELETE FROM " + self._table.name + self._where_text()


def delete(model):
    return _Delete(model)


class _Update(_Filtered):
    def __init__(self, model):
        self._model = model
        self._table = _table_of(model)
        self._values = ()

    def values(self, values=None, /, **named):
        new = self._copy()
        named = {**(values or {}), **named}
        for name, value in named.items():
            if isinstance(name, _Expression):
                name = name._spec[2]
            new._values = (*new._values, (name, _operand(value)))
        return new

    def _change(self):
        names = tuple([name for name, operand in self._values])
        specs = tuple([operand[0] for name, operand in self._values])
        return ("update", self._table.name, self._spec_of_condition(), names, specs, False)

    def _change_text(self):
        sets = [name + "=" + operand[1] for name, operand in self._values]
        return "UPDATE " + self._table.name + " SET " + ", ".join(sets) + self._where_text()


def update(model):
    return _Update(model)


class _Insert:
    def __init__(self, model):
        self._model = model
        self._table = _table_of(model)
        self._values = {}

    def values(self, values=None, /, **named):
        new = _Insert(self._model)
        new._values = {**self._values, **(values or {}), **named}
        return new

    def _change(self):
        names = tuple(self._values)
        return ("insert", self._table.name, names, tuple([self._values[name] for name in names]))

    def _change_text(self):
        return "INSERT INTO " + self._table.name + " (" + ", ".join(self._values) + ")"


def insert(model):
    return _Insert(model)
