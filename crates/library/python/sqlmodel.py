from sqlalchemy.engine import Engine, create_engine
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session
from sqlalchemy.orm.state import _State, _load_attribute
from sqlalchemy.sql import and_, asc, col, delete, desc, func, insert, not_, or_, select, update
from sqlalchemy.sql.expression import _Expression

_MISSING = object()


class FieldInfo:
    def __init__(self, default, options):
        self.default = default
        self.default_factory = options.get("default_factory")
        self.primary_key = options.get("primary_key", False)
        self.nullable = options.get("nullable")
        self.unique = options.get("unique", False)
        self.foreign_key = options.get("foreign_key")
        self.index = options.get("index", False)

    def is_required(self):
        return self.default is _MISSING and self.default_factory is None

    def value(self):
        if self.default_factory is not None:
            return self.default_factory()
        return self.default


def Field(default=_MISSING, **options):
    if default is ...:
        default = _MISSING
    return FieldInfo(default, options)


class Column(_Expression):
    # A column of a table, seen on the class; on an object, an attribute that the object does not have at the moment.
    def __init__(self, table, name, kind, info):
        _Expression.__init__(self, ("column", table, name), table + "." + name)
        self.name = name
        self.key = name
        self.primary_key = info.primary_key
        self.foreign_key = info.foreign_key
        self._kind = kind[0]
        nullable = kind[1] or info.default is None
        if info.nullable is not None:
            nullable = info.nullable
        self.nullable = nullable and not info.primary_key
        self.unique = info.unique

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        return _load_attribute(instance, self.name)


class Table:
    def __init__(self, name, columns):
        self.name = name
        self.columns = columns
        self.c = columns
        self._specs = [column._spec for column in columns]
        self._names_text = ", ".join([column._text for column in columns])
        self._key_columns = [column for column in columns if column.primary_key]
        self._key_places = [place for place in range(len(columns)) if columns[place].primary_key]

    def _joined_to(self, names):
        for column in self.columns:
            if column.foreign_key and column.foreign_key.split(".")[0] in names:
                return column == _column_named(column.foreign_key)
        for name in names:
            for column in SQLModel.metadata.tables[name].columns:
                if column.foreign_key and column.foreign_key.split(".")[0] == self.name:
                    return column == _column_named(column.foreign_key)
        raise ArgumentError("Can't find any foreign key relationships between '" + names[0] + "' and '" + self.name + "'.")

    def _description(self):
        columns = [(c.name, c._kind, c.nullable, c.primary_key, c.unique) for c in self.columns]
        return (self.name, tuple(columns))


def _column_named(name):
    table, _, column = name.partition(".")
    for candidate in SQLModel.metadata.tables[table].columns:
        if candidate.name == column:
            return candidate
    raise ArgumentError("there is no column " + name)


class MetaData:
    def __init__(self):
        self.tables = {}

    def create_all(self, engine, tables=None, checkfirst=True):
        missing = [table for table in self.tables.values() if not _has_table(engine._database, table.name)]
        if missing:
            spec = ("create", tuple([table._description() for table in missing]))
            text = "; ".join(["CREATE TABLE " + table.name for table in missing])
            engine._execute(_transaction(engine._database), text, spec)

    def drop_all(self, engine, tables=None, checkfirst=True):
        names = [name for name in self.tables if _has_table(engine._database, name)]
        if names:
            text = "; ".join(["DROP TABLE " + name for name in names])
            engine._execute(_transaction(engine._database), text, ("drop", tuple(names)))


_KINDS = {"int": "INTEGER", "float": "FLOAT", "str": "VARCHAR", "bool": "BOOLEAN"}


def _kind_of(annotation):
    # What a column of an annotation keeps, and whether it can be None.
    if isinstance(annotation, str):
        text = annotation.strip()
        nullable = False
        if text.startswith("Optional[") and text.endswith("]"):
            text = text[9:-1].strip()
            nullable = True
        parts = [part.strip() for part in text.split("|")]
        kept = [part for part in parts if part != "None"]
        name = kept[0] if kept else "None"
        return (_KINDS.get(name, ""), nullable or len(kept) < len(parts))
    args = getattr(annotation, "__args__", None)
    if args:
        kept = [arg for arg in args if arg is not None and arg is not type(None)]
        inner = _kind_of(kept[0]) if kept else ("", True)
        return (inner[0], inner[1] or len(kept) < len(args))
    return (_KINDS.get(getattr(annotation, "__name__", ""), ""), False)


def _own(cls):
    return {name: value for name, value in __class_items__(cls)}


def _own_fields(cls):
    own = _own(cls)
    fields = {}
    for name, annotation in own.get("__annotations__", {}).items():
        if name.startswith("_") or name == "model_config":
            continue
        value = own.get(name, _MISSING)
        if not isinstance(value, FieldInfo):
            value = FieldInfo(value, {})
        fields[name] = (value, _kind_of(annotation))
    return fields


class SQLModel:
    metadata = MetaData()
    model_fields = {}
    _fields = {}
    __table__ = None

    def __init_subclass__(cls, table=False, **options):
        fields = {}
        for base in reversed(__mro__(cls)[1:]):
            if issubclass(base, SQLModel):
                fields.update(base._fields)
        fields.update(_own_fields(cls))
        cls._fields = fields
        cls.model_fields = {name: pair[0] for name, pair in fields.items()}
        if not table:
            cls.__table__ = None
            return
        name = _own(cls).get("__tablename__")
        if name is None:
            name = cls.__name__.lower()
            cls.__tablename__ = name
        columns = []
        for field, (info, kind) in fields.items():
            column = Column(name, field, kind, info)
            columns.append(column)
            setattr(cls, field, column)
        cls.__table__ = Table(name, columns)
        if not cls.__table__._key_columns:
            raise ArgumentError(
                "Mapper Mapper[" + cls.__name__ + "(" + name + ")] could not assemble any primary key columns for "
                "mapped table '" + name + "'"
            )
        if name in SQLModel.metadata.tables:
            raise ArgumentError("Table '" + name + "' is already defined for this MetaData instance.")
        SQLModel.metadata.tables[name] = cls.__table__

    def __init__(self, **data):
        own = self.__dict__
        if type(self).__table__ is not None:
            own["_sa_instance_state"] = _State()
        fields = type(self)._fields
        for name in fields:
            if name in data:
                own[name] = data[name]
        for name, (info, kind) in fields.items():
            if name in data:
                continue
            if not info.is_required():
                own[name] = info.value()
            elif type(self).__table__ is None:
                raise ValueError("1 validation error for " + type(self).__name__ + "\n" + name + "\n  Field required")

    @classmethod
    def model_validate(cls, data, *, update=None):
        values = data if isinstance(data, dict) else data.model_dump()
        return cls(**{**values, **(update or {})})

    def model_dump(self, *, exclude_unset=False, exclude_none=False, include=None, exclude=None):
        values = {name: value for name, value in self._pairs()}
        return {
            name: value
            for name, value in values.items()
            if not (exclude_none and value is None)
            and (include is None or name in include)
            and (exclude is None or name not in exclude)
        }

    dict = model_dump

    def _pairs(self):
        own = self.__dict__
        return [(name, own[name]) for name in own if name in type(self)._fields]

    def __eq__(self, other):
        if self is other:
            return True
        if type(self) is not type(other):
            return NotImplemented
        return self.model_dump() == other.model_dump()

    def __repr__(self):
        pairs = [name + "=" + repr(value) for name, value in self._pairs()]
        return type(self).__name__ + "(" + ", ".join(pairs) + ")"

    def __str__(self):
        return " ".join([name + "=" + repr(value) for name, value in self._pairs()])
