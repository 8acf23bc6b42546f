from sqlalchemy.sql import _Select, delete, func, update


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
        statement = delete(self._model)
        statement._condition = self._condition
        return self._session.exec(statement).rowcount

    def update(self, values, synchronize_session="auto"):
        statement = update(self._model).values(values)
        statement._condition = self._condition
        return self._session.exec(statement).rowcount
