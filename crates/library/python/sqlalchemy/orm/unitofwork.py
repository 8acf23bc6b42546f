from sqlalchemy.orm.state import _key_condition


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
