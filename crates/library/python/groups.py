# Exceptions that stand for several. A program that names them, or has `except*`, gets this module.
import builtins as _builtins


class BaseExceptionGroup(BaseException):
    __module__ = "builtins"

    def __new__(cls, message, exceptions, /):
        if not isinstance(message, str):
            raise TypeError("argument 1 must be str, not " + type(message).__name__)
        exceptions = list(exceptions)
        if not exceptions:
            raise ValueError("second argument (exceptions) must be a non-empty sequence")
        plain = True
        for place, error in enumerate(exceptions):
            if not isinstance(error, BaseException):
                raise ValueError(f"Item {place} of second argument (exceptions) is not an exception")
            if not isinstance(error, Exception):
                plain = False
        if cls is BaseExceptionGroup and plain:
            cls = ExceptionGroup
        elif cls is ExceptionGroup and not plain:
            raise TypeError("Cannot nest BaseExceptions in an ExceptionGroup")
        self = BaseException.__new__(cls, message, exceptions)
        self.message = message
        self.exceptions = tuple(exceptions)
        return self

    def __init__(self, message, exceptions, /):
        BaseException.__init__(self, message, exceptions)

    def __str__(self):
        count = len(self.exceptions)
        return f"{self.message} ({count} sub-exception{'' if count == 1 else 's'})"

    def __repr__(self):
        return f"{type(self).__name__}({self.message!r}, {list(self.exceptions)!r})"

    def derive(self, excs):
        return BaseExceptionGroup(self.message, excs)

    def split(self, wanted):
        if isinstance(wanted, (type, tuple)):
            return self.__divided__(lambda error: isinstance(error, wanted))
        return self.__divided__(wanted)

    def subgroup(self, wanted):
        return self.split(wanted)[0]

    def __divided__(self, is_wanted):
        if is_wanted(self):
            return self, None
        found, rest = [], []
        for error in self.exceptions:
            if isinstance(error, BaseExceptionGroup):
                inner, other = error.__divided__(is_wanted)
            else:
                inner, other = (error, None) if is_wanted(error) else (None, error)
            if inner is not None:
                found.append(inner)
            if other is not None:
                rest.append(other)
        return self.__part__(found), self.__part__(rest)

    def __part__(self, errors):
        if not errors:
            return None
        part = self.derive(errors)
        part.__cause__ = self.__cause__
        part.__context__ = self.__context__
        if hasattr(self, "__notes__"):
            part.__notes__ = list(self.__notes__)
        return part

    # The group with only those exceptions that are among some, in the same nesting.
    def __kept__(self, leaves):
        return self.__divided__(lambda error: any([error is leaf for leaf in leaves]))[0]

    @classmethod
    def __class_getitem__(cls, item):
        return cls


class ExceptionGroup(BaseExceptionGroup, Exception):
    __module__ = "builtins"


# What an `except*` clause takes of an exception, and what it leaves.
def __match_group__(error, wanted):
    for one in wanted if isinstance(wanted, tuple) else (wanted,):
        if not isinstance(one, type) or not issubclass(one, BaseException):
            raise TypeError("catching classes that do not inherit from BaseException is not allowed")
        if issubclass(one, BaseExceptionGroup):
            raise TypeError("catching ExceptionGroup with except* is not allowed. Use except instead.")
    if error is None:
        return None, None
    if isinstance(error, BaseExceptionGroup):
        return error.split(wanted)
    if isinstance(error, wanted):
        return ExceptionGroup("", [error]) if isinstance(error, Exception) else BaseExceptionGroup("", [error]), None
    return None, error


def _leaves(error):
    if not isinstance(error, BaseExceptionGroup):
        return [error]
    return [leaf for inner in error.exceptions for leaf in _leaves(inner)]


# What is left to raise when the clauses have run: what they raised, and what none of them took.
def __rest_of_group__(original, errors):
    left = [error for error in errors if error is not None]
    if not left:
        return None
    if not isinstance(original, BaseExceptionGroup):
        return left[0] if len(left) == 1 else BaseExceptionGroup("", left)
    known = _leaves(original)
    raised = []
    kept = []
    for error in left:
        leaves = _leaves(error)
        if isinstance(error, BaseExceptionGroup) and all([any([leaf is one for one in known]) for leaf in leaves]):
            kept += leaves
        else:
            raised.append(error)
    again = original.__kept__(kept) if kept else None
    if not raised:
        return again
    if again is not None:
        raised.append(again)
    return BaseExceptionGroup("", raised)


_builtins.BaseExceptionGroup = BaseExceptionGroup
_builtins.ExceptionGroup = ExceptionGroup
_builtins.__match_group__ = __match_group__
_builtins.__rest_of_group__ = __rest_of_group__
