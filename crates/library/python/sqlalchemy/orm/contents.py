from sqlalchemy.exc import InvalidRequestError
from sqlalchemy.orm.state import _among, _changed_names, _described, _expire, _state_of


class _Contents:
    # What is in a session: objects by the row that they are, and those that are to be inserted and deleted.
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
