from sqlalchemy.orm.query import Query
from sqlalchemy.orm.session import Session


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
