from sqlalchemy.exc import DetachedInstanceError, UnmappedInstanceError
from sqlalchemy.sql import and_


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
