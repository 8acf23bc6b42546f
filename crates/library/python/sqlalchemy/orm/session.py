from sqlalchemy.engine import CursorResult, Result, ScalarResult
from sqlalchemy.exc import InvalidRequestError, NoResultFound, ObjectDeletedError, PendingRollbackError, SQLAlchemyError, UnboundExecutionError
from sqlalchemy.orm.contents import _Contents
from sqlalchemy.orm.query import Query
from sqlalchemy.orm.state import _State, _among, _changed_names, _described, _expire, _fill, _is_as, _key_condition, _state_of
from sqlalchemy.orm.unitofwork import _deletion, _insertion, _modification, _order_of_rows
from sqlalchemy.sql import _Expression, _Select, select


class Session(_Contents):
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
            raise NoResultFound("No row was found when one was required")
        return instance


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
