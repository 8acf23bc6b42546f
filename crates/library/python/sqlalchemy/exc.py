class SQLAlchemyError(Exception):
    pass


class ArgumentError(SQLAlchemyError):
    pass


class NoSuchModuleError(ArgumentError):
    pass


class CompileError(SQLAlchemyError):
    pass


class InvalidRequestError(SQLAlchemyError):
    pass


class NoResultFound(InvalidRequestError):
    pass


class MultipleResultsFound(InvalidRequestError):
    pass


class ResourceClosedError(InvalidRequestError):
    pass


class PendingRollbackError(InvalidRequestError):
    pass


class UnboundExecutionError(InvalidRequestError):
    pass


class UnmappedInstanceError(InvalidRequestError):
    __module__ = "sqlalchemy.orm.exc"


class ObjectDeletedError(InvalidRequestError):
    __module__ = "sqlalchemy.orm.exc"


class DetachedInstanceError(SQLAlchemyError):
    __module__ = "sqlalchemy.orm.exc"


class StaleDataError(SQLAlchemyError):
    __module__ = "sqlalchemy.orm.exc"


class StatementError(SQLAlchemyError):
    pass


class DBAPIError(StatementError):
    pass


class InterfaceError(DBAPIError):
    pass


class DatabaseError(DBAPIError):
    pass


class DataError(DatabaseError):
    pass


class OperationalError(DatabaseError):
    pass


class IntegrityError(DatabaseError):
    pass


class InternalError(DatabaseError):
    pass


class ProgrammingError(DatabaseError):
    pass


_CODES = {"IntegrityError": "gkpj", "OperationalError": "e3q8", "ProgrammingError": "f405"}


def _refused(kind, message, statement):
    error = globals()[kind]
    code = _CODES.get(kind)
    if code is not None:
        message = message + "\n[SQL: " + statement + "]"
        message = message + "\n(Background on this error at: https://sqlalche.me/e/20/" + code + ")"
    return error(message)
