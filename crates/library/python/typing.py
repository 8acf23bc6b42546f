# Type hints are read by nobody here but `sqlmodel`: names that can be subscripted are all they need to be.

from abc import ABCMeta
from collections import _named_tuple

TYPE_CHECKING = False


class _Alias:
    def __init__(self, origin, args, name):
        self.__origin__ = origin
        self.__args__ = args
        self._name = name

    def __getitem__(self, args):
        return self

    def __call__(self, *args, **keywords):
        if self.__origin__ is None:
            raise TypeError("Type " + self._name + " cannot be instantiated")
        return self.__origin__(*args, **keywords)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __eq__(self, other):
        return isinstance(other, _Alias) and self._name == other._name and self.__args__ == other.__args__

    def __hash__(self):
        return hash((self._name, self.__args__))

    def __repr__(self):
        args = self.__args__[:1] if self._name == "Optional" else self.__args__
        return "typing." + self._name + "[" + ", ".join([__shown_type__(arg) for arg in args]) + "]"


class _Form:
    def __init__(self, name, origin=None):
        self._name = name
        self.__origin__ = origin

    def __getitem__(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        if self._name == "Optional":
            args = (args[0], type(None))
        elif self._name == "Annotated":
            return args[0]
        return _Alias(self.__origin__, args, self._name)

    def __call__(self, *args, **keywords):
        if self.__origin__ is None:
            raise TypeError("Cannot instantiate typing." + self._name)
        return self.__origin__(*args, **keywords)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return "typing." + self._name


Any = _Form("Any")
Union = _Form("Union")
Optional = _Form("Optional")
Callable = _Form("Callable")
Literal = _Form("Literal")
ClassVar = _Form("ClassVar")
Final = _Form("Final")
Annotated = _Form("Annotated")
NoReturn = _Form("NoReturn")
Never = _Form("Never")
Self = _Form("Self")
LiteralString = _Form("LiteralString")
TypeAlias = _Form("TypeAlias")
Concatenate = _Form("Concatenate")
TypeGuard = _Form("TypeGuard")
Required = _Form("Required")
NotRequired = _Form("NotRequired")
Unpack = _Form("Unpack")
List = _Form("List", list)
Dict = _Form("Dict", dict)
Set = _Form("Set", set)
FrozenSet = _Form("FrozenSet", frozenset)
Tuple = _Form("Tuple", tuple)
Type = _Form("Type", type)
Deque = _Form("Deque")
DefaultDict = _Form("DefaultDict")
OrderedDict = _Form("OrderedDict")
Counter = _Form("Counter")
Iterable = _Form("Iterable")
Iterator = _Form("Iterator")
Generator = _Form("Generator")
Sequence = _Form("Sequence")
MutableSequence = _Form("MutableSequence")
Collection = _Form("Collection")
Container = _Form("Container")
Mapping = _Form("Mapping")
MutableMapping = _Form("MutableMapping")
MutableSet = _Form("MutableSet")
Hashable = _Form("Hashable")
Sized = _Form("Sized")
Reversible = _Form("Reversible")
ContextManager = _Form("ContextManager")
Awaitable = _Form("Awaitable")
Coroutine = _Form("Coroutine")
AsyncIterator = _Form("AsyncIterator")
AsyncIterable = _Form("AsyncIterable")
AsyncGenerator = _Form("AsyncGenerator")
AsyncContextManager = _Form("AsyncContextManager")
AbstractSet = _Form("AbstractSet")
KeysView = _Form("KeysView")
ValuesView = _Form("ValuesView")
ItemsView = _Form("ItemsView")
ChainMap = _Form("ChainMap")
SupportsIndex = _Form("SupportsIndex")
SupportsAbs = _Form("SupportsAbs")
SupportsRound = _Form("SupportsRound")
SupportsBytes = _Form("SupportsBytes")
ReadOnly = _Form("ReadOnly")
TypeIs = _Form("TypeIs")
SupportsInt = _Form("SupportsInt")
SupportsFloat = _Form("SupportsFloat")
IO = _Form("IO")
TextIO = _Form("TextIO")
Pattern = _Form("Pattern")
Text = str


class TypeVar:
    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, default=None):
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return "~" + self.__name__


class ParamSpec(TypeVar):
    @property
    def args(self):
        return self

    @property
    def kwargs(self):
        return self


AnyStr = TypeVar("AnyStr", bytes, str)


class Generic:
    def __class_getitem__(cls, args):
        return cls


class _ProtocolMeta(ABCMeta):
    def __new__(mcls, name, bases, namespace, /, **keywords):
        cls = super().__new__(mcls, name, bases, namespace, **keywords)
        cls._is_protocol = not bases or bases[-1] is Generic or "Protocol" in [base.__name__ for base in bases]
        cls._is_runtime = False
        return cls

    def __call__(cls, *args, **keywords):
        if cls._is_protocol:
            raise TypeError("Protocols cannot be instantiated")
        return super().__call__(*args, **keywords)

    def __subclasscheck__(cls, subclass):
        if not cls._is_protocol or cls is Protocol or cls in subclass.__mro__:
            return super().__subclasscheck__(subclass)
        cls._check()
        return not [name for name in cls._names() if not hasattr(subclass, name)]

    def __instancecheck__(cls, instance):
        if not cls._is_protocol or cls is Protocol or cls in type(instance).__mro__:
            return super().__instancecheck__(instance)
        cls._check()
        return not [name for name in cls._names() if not hasattr(instance, name)]

    def _check(cls):
        if not cls._is_runtime:
            raise TypeError("Instance and class checks can only be used with @runtime_checkable protocols")

    def _names(cls):
        for base in cls.__mro__:
            if getattr(base, "_is_protocol", False) and base is not Protocol:
                for name in list(base.__dict__) + list(base.__dict__.get("__annotations__", ())):
                    if name[:1] != "_" or name in ("__len__", "__iter__", "__call__", "__enter__", "__exit__", "__next__"):
                        yield name


class Protocol(metaclass=_ProtocolMeta):
    def __class_getitem__(cls, args):
        return cls


class _NamedTupleMeta(type):
    def __new__(mcls, name, bases, namespace, /):
        if not bases:
            return super().__new__(mcls, name, bases, namespace)
        kinds = namespace.get("__annotations__", {})
        defaults = []
        for field in kinds:
            if field in namespace:
                defaults.append(namespace.pop(field))
            elif defaults:
                raise TypeError(f"non-default argument {field!r} follows default argument")
        for field in namespace:
            if field in ("__new__", "__init__", "__slots__", "_fields", "_asdict", "_replace", "_make"):
                raise AttributeError("Cannot overwrite NamedTuple attribute " + field)
        return _named_tuple(name, list(kinds), tuple(defaults), namespace)

    def __call__(cls, typename, fields=()):
        kinds = dict(fields)
        return _named_tuple(typename, list(kinds), (), {"__annotations__": kinds})


class NamedTuple(metaclass=_NamedTupleMeta):
    pass


class _TypedDictMeta(type):
    def __new__(mcls, name, bases, namespace, /, total=True):
        kinds = {}
        for base in bases:
            kinds.update(base.__dict__.get("__annotations__", {}))
        namespace["__annotations__"] = {**kinds, **namespace.get("__annotations__", {})}
        cls = super().__new__(mcls, name, bases, namespace)
        cls.__total__ = total
        return cls

    def __call__(cls, *args, **keywords):
        if cls is not TypedDict:
            return dict(*args, **keywords)
        return _TypedDictMeta.__new__(_TypedDictMeta, args[0], (TypedDict,), {"__annotations__": args[1]})

    def __instancecheck__(cls, instance):
        raise TypeError("TypedDict does not support instance and class checks")


class TypedDict(metaclass=_TypedDictMeta):
    pass


def NewType(name, tp):
    def new(value):
        return value

    new.__name__ = name
    new.__supertype__ = tp
    return new


def cast(typ, val):
    return val


def overload(func):
    return func


def final(func):
    return func


def override(func):
    return func


def runtime_checkable(cls):
    cls._is_runtime = True
    return cls


def no_type_check(arg):
    return arg


def assert_never(arg):
    raise AssertionError("Expected code to be unreachable, but got: " + repr(arg))


def get_origin(tp):
    return getattr(tp, "__origin__", None)


def get_args(tp):
    return getattr(tp, "__args__", ())


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    return dict(getattr(obj, "__annotations__", None) or {})
