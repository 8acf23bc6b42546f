from sqlalchemy.engine import CursorResult, Result, ScalarResult
from sqlalchemy.exc import DetachedInstanceError, InvalidRequestError, ObjectDeletedError, PendingRollbackError, SQLAlchemyError, UnboundExecutionError, UnmappedInstanceError
from sqlalchemy.sql import _Expression, _Select, and_, func, select


class _State:
    # What a session knows of an object: which row it is, and the values that the row had when it was last seen.
    def __init__(self):
        self.session = None
        self.key = None
        self.known = {}
        self.expired = False


def _state_of(instance):
    state = getattr(instance, "_sa_instance_state", None)
    if not isinstance(state, _State):
        kind = type(instance)
        raise UnmappedInstanceError("Class '" + kind.__module__ + "." + kind.__qualname__ + "' is not mapped")
    return state


def _described(instance):
    return "<" + type(instance).__name__ + " at " + hex(id(instance)) + ">"


def _load_attribute(instance, name):
    # An attribute that the object does not have at the moment: it is read from the database.
    state = _state_of(instance)
    if state.key is None:
        return None
    if state.session is None:
        raise DetachedInstanceError(
            "Instance " + _described(instance) + " is not bound to a Session; attribute refresh operation cannot "
            "proceed (Background on this error at: https://sqlalche.me/e/20/bhk3)"
        )
    state.session._reload(instance, state, False, "")
    return instance.__dict__.get(name)


def _key_condition(table, key):
    return and_(*[column == value for column, value in zip(table._key_columns, key)])


class Session:
    def __init__(self, bind=None, *, autoflush=True, expire_on_commit=True, autobegin=True, **ignored):
        if bind is None:
            raise UnboundExecutionError("Interleave needs to be told which engine a Session is for: Session(engine)")
        self.bind = bind
        self.autoflush = autoflush
        self.expire_on_commit = expire_on_commit
        self._transaction = _transaction(bind._database)
        self._forget()

    def _forget(self):
        self._identities = {}
        self._new = []
        self._deleted = []
        # Objects that this transaction inserted and deleted: a rollback takes that back.
        self._inserted = []
        self._removed = []
        self._failure = None

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        self.close()

    def _check(self):
        if self._failure is not None:
            raise PendingRollbackError(
                "This Session's transaction has been rolled back due to a previous exception during flush. To begin "
                "a new transaction with this Session, first issue Session.rollback(). Original exception was: "
                + str(self._failure) + " (Background on this error at: https://sqlalche.me/e/20/7s2a)"
            )

    # What is in the session

    def add(self, instance, _warn=True):
        state = _state_of(instance)
        if state.session is not None and state.session is not self:
            raise InvalidRequestError("Object '" + _described(instance) + "' is already attached to another session")
        if state.key is None:
            if not _among(instance, self._new):
                self._new.append(instance)
        else:
            self._identities[state.key] = instance
            self._deleted = [other for other in self._deleted if other is not instance]
        state.session = self

    def add_all(self, instances):
        for instance in instances:
            self.add(instance)

    def delete(self, instance):
        state = _state_of(instance)
        if state.key is None:
            raise InvalidRequestError("Instance '" + _described(instance) + "' is not persisted")
        self.add(instance)
        if not _among(instance, self._deleted):
            self._deleted.append(instance)

    def expunge(self, instance):
        state = _state_of(instance)
        if state.session is not self:
            raise InvalidRequestError("Instance " + _described(instance) + " is not present in this Session")
        state.session = None
        self._new = [other for other in self._new if other is not instance]
        self._identities.pop(state.key, None)

    def expunge_all(self):
        for instance in [*self._identities.values(), *self._new]:
            instance._sa_instance_state.session = None
        self._forget()

    def expire(self, instance, names=None):
        _expire(instance, _state_of(instance))

    def expire_all(self):
        for instance in self._identities.values():
            _expire(instance, instance._sa_instance_state)

    def __contains__(self, instance):
        return _state_of(instance).session is self

    def __iter__(self):
        return iter([*self._identities.values(), *self._new])

    @property
    def new(self):
        return list(self._new)

    @property
    def deleted(self):
        return list(self._deleted)

    @property
    def dirty(self):
        return [instance for instance in self._identities.values() if _changed_names(instance)]

    @property
    def is_active(self):
        return self._failure is None

    def is_modified(self, instance):
        return bool(_changed_names(instance))

    def in_transaction(self):
        return _is_open(self._transaction)

    def get_bind(self):
        return self.bind

    # Writing

    def _changes(self):
        changes = []
        for instance in self._new:
            changes.append(_insertion(instance))
        updates = []
        for instance in self._identities.values():
            if _among(instance, self._deleted):
                continue
            names = _changed_names(instance)
            if names:
                updates.append(_modification(instance, names))
        updates.sort(key=_order_of_rows)
        changes.extend(updates)
        for instance in self._deleted:
            changes.append(_deletion(instance))
        return changes

    def _write(self, changes, commit):
        if self.bind.name == "sqlite":
            self._write_at_once(changes, commit)
            return
        # Each change waits for its row by itself, as its own statement.
        for change in changes:
            self._write_at_once([change], False)
        if commit:
            self._write_at_once([], True)

    def _write_at_once(self, changes, commit):
        texts = [change.text for change in changes]
        if commit:
            texts.append("COMMIT")
        spec = ("write", tuple([change.spec for change in changes]), commit)
        try:
            results = self.bind._execute(self._transaction, "; ".join(texts), spec)
        except SQLAlchemyError as error:
            self._undo()
            self._failure = error
            raise
        for change, result in zip(changes, results):
            change.done(self, result)

    def flush(self, objects=None):
        self._check()
        changes = self._changes()
        if changes:
            self._write(changes, False)

    def commit(self):
        self._check()
        changes = self._changes()
        if changes or _is_open(self._transaction):
            self._write(changes, True)
        self._inserted = []
        self._removed = []
        if self.expire_on_commit:
            self.expire_all()

    def rollback(self):
        self._end("ROLLBACK")
        self._undo()
        self._failure = None

    def _end(self, text):
        if _is_open(self._transaction):
            self.bind._execute(self._transaction, text, ("rollback",))

    def _undo(self):
        for instance in [*self._new, *self._inserted]:
            state = instance._sa_instance_state
            self._identities.pop(state.key, None)
            state.session = None
            state.key = None
        for instance in self._removed:
            state = instance._sa_instance_state
            state.session = self
            self._identities[state.key] = instance
        self._new = []
        self._deleted = []
        self._inserted = []
        self._removed = []
        self.expire_all()

    def close(self):
        self._end("ROLLBACK")
        self.expunge_all()

    def reset(self):
        self.close()

    def begin(self):
        return _Block(self)

    # Reading

    def _autoflush(self):
        self._check()
        if self.autoflush:
            self.flush()

    def _fetch(self, statement):
        text = statement._statement_text()
        return self.bind._execute(self._transaction, text, statement._statement_spec())

    def _rows(self, statement):
        self._autoflush()
        return [self._row(statement, values) for values in self._fetch(statement)]

    def _row(self, statement, values):
        row = []
        place = 0
        for entity in statement._entities:
            if isinstance(entity, _Expression):
                row.append(values[place])
                place = place + 1
            else:
                width = len(entity.__table__.columns)
                row.append(self._instance(entity, values[place : place + width], statement._fresh))
                place = place + width
        return tuple(row)

    def _instance(self, model, values, fresh):
        table = model.__table__
        key = (table.name, *[values[place] for place in table._key_places])
        instance = self._identities.get(key)
        if instance is None:
            instance = object.__new__(model)
            state = _State()
            state.session = self
            state.key = key
            instance.__dict__["_sa_instance_state"] = state
            self._identities[key] = instance
            _fill(instance, state, table, values, True)
            return instance
        state = instance._sa_instance_state
        if fresh or state.expired:
            _fill(instance, state, table, values, fresh)
        elif not _is_as(state, table, values) and not _changed_names(instance):
            if not _referenced(self._identities, key):
                # Nobody has the object any more: a session keeps only those that somebody has.
                _fill(instance, state, table, values, True)
        return instance

    def _reload(self, instance, state, all, lock):
        table = type(instance).__table__
        statement = select(type(instance)).where(_key_condition(table, state.key[1:]))
        statement._lock = lock
        found = self._fetch(statement)
        if not found:
            raise ObjectDeletedError(
                "Instance '" + _described(instance) + "' has been deleted, or its row is otherwise not present."
            )
        _fill(instance, state, table, found[0], all)

    def exec(self, statement, *, params=None, **options):
        if not isinstance(statement, _Select):
            return self._bulk(statement)
        rows = self._rows(statement)
        if len(statement._entities) == 1:
            return ScalarResult([row[0] for row in rows])
        return Result(rows)

    def execute(self, statement, params=None, **options):
        if not isinstance(statement, _Select):
            return self._bulk(statement)
        return Result(self._rows(statement))

    def scalars(self, statement, params=None, **options):
        return self.execute(statement).scalars()

    def scalar(self, statement, params=None, **options):
        return self.execute(statement).scalar()

    def _bulk(self, statement):
        self._autoflush()
        spec = ("write", (statement._change(),), False)
        result = self.bind._execute(self._transaction, statement._change_text(), spec)
        name = statement._table.name
        for instance in self._identities.values():
            state = instance._sa_instance_state
            if state.key[0] == name:
                _expire(instance, state)
        return CursorResult([], result[0][0])

    def query(self, *entities):
        return Query(entities, self)

    def refresh(self, instance, attribute_names=None, with_for_update=None):
        state = _state_of(instance)
        if state.key is None or state.session is not self:
            raise InvalidRequestError("Instance '" + _described(instance) + "' is not persistent within this Session")
        self._autoflush()
        self._reload(instance, state, True, "wait" if with_for_update else "")

    def get(self, model, ident, *, with_for_update=None, populate_existing=False, **options):
        table = model.__table__
        if isinstance(ident, dict):
            ident = tuple([ident[column.name] for column in table._key_columns])
        elif not isinstance(ident, (tuple, list)):
            ident = (ident,)
        key = (table.name, *ident)
        if key in self._identities and not with_for_update and not populate_existing:
            instance = self._identities[key]
            state = instance._sa_instance_state
            if not state.expired and _referenced(self._identities, key):
                return instance
        statement = select(model).where(_key_condition(table, ident))
        statement._fresh = populate_existing
        if with_for_update:
            statement._lock = "wait"
        rows = self._rows(statement)
        return rows[0][0] if rows else None

    def get_one(self, model, ident, **options):
        instance = self.get(model, ident, **options)
        if instance is None:
            from sqlalchemy.exc import NoResultFound

            raise NoResultFound("No row was found when one was required")
        return instance


def _among(instance, others):
    for other in others:
        if other is instance:
            return True
    return False


def _expire(instance, state):
    own = instance.__dict__
    for column in type(instance).__table__.columns:
        own.pop(column.name, None)
    state.known = {}
    state.expired = True


def _fill(instance, state, table, values, all):
    own = instance.__dict__
    for column, value in zip(table.columns, values):
        name = column.name
        state.known[name] = value
        if all or name not in own:
            own[name] = value
    state.expired = False


def _is_as(state, table, values):
    known = state.known
    for column, value in zip(table.columns, values):
        if column.name not in known or known[column.name] != value:
            return False
    return True


def _changed_names(instance):
    own = instance.__dict__
    known = own["_sa_instance_state"].known
    names = []
    for column in type(instance).__table__.columns:
        name = column.name
        if name in own and (name not in known or known[name] != own[name]):
            names.append(name)
    return names


class _Change:
    def __init__(self, kind, instance, spec, text, names):
        self.kind = kind
        self.instance = instance
        self.spec = spec
        self.text = text
        self.names = names

    def done(self, session, result):
        instance = self.instance
        state = instance._sa_instance_state
        own = instance.__dict__
        if self.kind == "insert":
            table = type(instance).__table__
            key = result[1:]
            for column, value in zip(table._key_columns, key):
                own[column.name] = value
            state.key = (table.name, *key)
            session._identities[state.key] = instance
            session._inserted.append(instance)
            session._new = [other for other in session._new if other is not instance]
            for column in table.columns:
                own.setdefault(column.name, None)
        elif self.kind == "delete":
            session._identities.pop(state.key, None)
            session._deleted = [other for other in session._deleted if other is not instance]
            session._removed.append(instance)
            state.session = None
            return
        for name in own:
            if name != "_sa_instance_state":
                state.known[name] = own[name]


def _insertion(instance):
    table = type(instance).__table__
    own = instance.__dict__
    names = []
    for column in table.columns:
        if own.get(column.name) is not None or not column.primary_key:
            names.append(column.name)
    values = tuple([own.get(name) for name in names])
    text = "INSERT INTO " + table.name + " (" + ", ".join(names) + ") VALUES "
    text = text + "(" + ", ".join([repr(value) for value in values]) + ")"
    return _Change("insert", instance, ("insert", table.name, tuple(names), values), text, names)


def _modification(instance, names):
    table = type(instance).__table__
    own = instance.__dict__
    condition = _key_condition(table, own["_sa_instance_state"].key[1:])
    values = tuple([("value", own[name]) for name in names])
    spec = ("update", table.name, condition._spec, tuple(names), values, True)
    sets = ", ".join([name + "=" + repr(own[name]) for name in names])
    text = "UPDATE " + table.name + " SET " + sets + " WHERE " + condition._text
    return _Change("update", instance, spec, text, names)


def _deletion(instance):
    table = type(instance).__table__
    condition = _key_condition(table, instance._sa_instance_state.key[1:])
    spec = ("delete", table.name, condition._spec, True)
    return _Change("delete", instance, spec, "DELETE FROM " + table.name + " WHERE " + condition._text, ())


def _order_of_rows(change):
    return change.instance._sa_instance_state.key


class _Block:
    def __init__(self, session):
        self._session = session

    def __enter__(self):
        return self._session

    def __exit__(self, kind, error, traceback):
        if kind is None:
            self._session.commit()
        else:
            self._session.rollback()
        return False


class Query(_Select):
    def __init__(self, entities, session):
        _Select.__init__(self, entities)
        self._session = session

    def _result(self):
        return self._session.exec(self)

    def all(self):
        return self._result().all()

    def first(self):
        return self.limit(1)._result().first()

    def one(self):
        return self._result().one()

    def one_or_none(self):
        return self._result().one_or_none()

    def scalar(self):
        return self._result().one_or_none()

    def count(self):
        counted = _Select((func.count(),))
        counted._tables = self._tables
        counted._condition = self._condition
        return self._session.exec(counted).one()

    def get(self, ident):
        return self._session.get(self._model, ident)

    def populate_existing(self):
        return self.execution_options(populate_existing=True)

    def __iter__(self):
        return iter(self._result().all())

    def delete(self, synchronize_session="auto"):
        from sqlalchemy.sql import delete

        statement = delete(self._model)
        statement._condition = self._condition
        return self._session.exec(statement).rowcount

    def update(self, values, synchronize_session="auto"):
        from sqlalchemy.sql import update

        statement = update(self._model).values(values)
        statement._condition = self._condition
        return self._session.exec(statement).rowcount


class sessionmaker:
    def __init__(self, bind=None, *, class_=Session, **options):
        self._bind = bind
        self._class = class_
        self._options = options

    def __call__(self, bind=None, **options):
        return self._class(bind or self._bind, **{**self._options, **options})

    def begin(self):
        return _Begun(self())


class _Begun:
    def __init__(self, session):
        self._session = session

    def __enter__(self):
        return self._session

    def __exit__(self, kind, error, traceback):
        if kind is None:
            self._session.commit()
        self._session.close()
        return False
