# Type hints are read by nobody here but `sqlmodel`: names that can be subscripted are all they need to be.

import _evaluate
from abc import ABCMeta
from collections import _named_tuple

TYPE_CHECKING = False


# Here `None` is shown as the class that it stands for.
def _shown(kind):
    return "NoneType" if kind is type(None) else __shown_type__(kind)


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
        name, args = self._name, self.__args__
        if not args:
            return name
        if name == "Union" and len(args) == 2 and type(None) in args:
            name, args = "Optional", [arg for arg in args if arg is not type(None)]
        if name == "Literal":
            return f"typing.Literal[{', '.join([repr(arg) for arg in args])}]"
        if name == "Callable":
            inner = "..." if args[0] is Ellipsis else f"[{', '.join([_shown(arg) for arg in args[:-1]])}]"
            return f"typing.Callable[{inner}, {_shown(args[-1])}]"
        if name == "Annotated":
            return f"typing.Annotated[{_shown(args[0])}, {', '.join([repr(arg) for arg in self.__metadata__])}]"
        return "typing." + name + "[" + ", ".join([_shown(arg) for arg in args]) + "]"


# A union's members: none twice, none that is a union.
def _united(args):
    flat = []
    for arg in args:
        arg = type(None) if arg is None else arg
        is_union = type(arg) is __UnionType__ or isinstance(arg, _Alias) and arg._name == "Union"
        for part in arg.__args__ if is_union else (arg,):
            if part not in flat:
                flat.append(part)
    return flat[0] if len(flat) == 1 else _Alias(None, tuple(flat), "Union")


# The class that a form like `Sequence` stands for.
def _collection(name):
    found = __module_named__("collections")
    kinds = {"Deque": "deque", "DefaultDict": "defaultdict", "OrderedDict": "OrderedDict", "Counter": "Counter"}
    return getattr(found, kinds[name]) if name in kinds else None


class _Form:
    def __init__(self, name, origin=None):
        self._name = name
        self.__origin__ = origin

    def __getitem__(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        if self._name in ("Optional", "Union"):
            return _united(args + (type(None),) if self._name == "Optional" else args)
        if self._name == "Annotated":
            made = _Alias(args[0], args[:1], "Annotated")
            made.__metadata__ = args[1:]
            return made
        if self._name == "Callable" and len(args) == 2 and isinstance(args[0], list):
            args = tuple(args[0]) + args[1:]
        if self._name != "Literal":
            args = tuple([type(None) if arg is None else arg for arg in args])
        return _Alias(_collection(self._name) or self.__origin__, args, self._name)

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
ContextManager = _Form("AbstractContextManager")
Awaitable = _Form("Awaitable")
Coroutine = _Form("Coroutine")
AsyncIterator = _Form("AsyncIterator")
AsyncIterable = _Form("AsyncIterable")
AsyncGenerator = _Form("AsyncGenerator")
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
    _mark = "~"

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, default=None,
                 infer_variance=False):
        if len(constraints) == 1:
            raise TypeError("A single constraint is not allowed")
        self.__name__ = name
        self.__constraints__ = constraints
        self.__bound__ = bound
        self.__covariant__ = covariant
        self.__contravariant__ = contravariant
        self.__default__ = default
        if covariant or contravariant:
            self._mark = "+" if covariant else "-"

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return self._mark + self.__name__


class ParamSpec(TypeVar):
    @property
    def args(self):
        return _Alias(None, (), self.__name__ + ".args")

    @property
    def kwargs(self):
        return _Alias(None, (), self.__name__ + ".kwargs")


class TypeVarTuple(TypeVar):
    _mark = ""

    def __iter__(self):
        yield Unpack[self]


AnyStr = TypeVar("AnyStr", bytes, str)


class _GenericAlias(__GenericAlias__):
    def __repr__(self):
        return f"{_shown(self.__origin__)}[{', '.join([_shown(arg) for arg in self.__args__])}]"


class Generic:
    __slots__ = ()

    def __class_getitem__(cls, args):
        return cls if cls in (Generic, Protocol) else _GenericAlias(cls, args)


# What the instructions for type parameters make. Bounds and aliases are functions, called when they are asked for.
class _NewVar(TypeVar):
    _mark = ""
    _later = None

    @property
    def __value(self):
        return None if self._later is None else self._later()

    @property
    def __bound__(self):
        return None if self._is_many else self.__value

    @__bound__.setter
    def __bound__(self, value):
        pass

    @property
    def __constraints__(self):
        return self.__value if self._is_many else ()

    @__constraints__.setter
    def __constraints__(self, value):
        pass


_NewVar.__name__ = _NewVar.__qualname__ = "TypeVar"


def _type_variable(name, later=None, is_many=False):
    made = _NewVar(name)
    made._later, made._is_many = later, is_many
    return made


def _with_bound(name, later):
    return _type_variable(name, later)


def _with_constraints(name, later):
    return _type_variable(name, later, True)


def _parameters(name):
    made = ParamSpec(name)
    made._mark = ""
    return made


def _type_variable_tuple(name):
    return TypeVarTuple(name)


def _generic(parameters):
    return Generic


def _set_parameters(function, parameters):
    function.__type_params__ = parameters
    return function


def _set_default(variable, later):
    variable._default = later
    return variable


class TypeAliasType:
    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self.__type_params__ = type_params
        self._later = lambda: value

    @property
    def __value__(self):
        return self._later()

    def __getitem__(self, args):
        return _GenericAlias(self, args)

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return self.__name__


def _type_alias(parts):
    made = TypeAliasType(parts[0], None, type_params=parts[1] or ())
    made._later = parts[2]
    return made


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
    __slots__ = ()

    def __class_getitem__(cls, args):
        return cls if cls is Protocol else _GenericAlias(cls, args)


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
        required = set()
        for base in bases:
            kinds.update(base.__dict__.get("__annotations__", {}))
            required |= base.__dict__.get("__required_keys__", frozenset())
        own = namespace.get("__annotations__", {})
        namespace["__annotations__"] = {**kinds, **own}
        for key, kind in own.items():
            shown = kind if isinstance(kind, str) else repr(kind).removeprefix("typing.")
            if shown.startswith("Required[") or total and not shown.startswith("NotRequired["):
                required.add(key)
        cls = super().__new__(mcls, name, bases, namespace)
        cls.__total__ = total
        cls.__required_keys__ = frozenset(required)
        cls.__optional_keys__ = frozenset(set(namespace["__annotations__"]) - required)
        return cls

    def __call__(cls, *args, **keywords):
        if cls is not TypedDict:
            return dict(*args, **keywords)
        return _TypedDictMeta.__new__(_TypedDictMeta, args[0], (TypedDict,), {"__annotations__": args[1]})

    def __instancecheck__(cls, instance):
        raise TypeError("TypedDict does not support instance and class checks")


class TypedDict(metaclass=_TypedDictMeta):
    pass


class NewType:
    def __init__(self, name, tp):
        self.__name__ = self.__qualname__ = name
        self.__supertype__ = tp
        self.__module__ = "__main__"

    def __call__(self, value, /):
        return value

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __repr__(self):
        return f"{self.__module__}.{self.__qualname__}"


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
    if tp is Generic:
        return Generic
    origin = getattr(tp, "__origin__", None)
    if isinstance(tp, _Alias) and tp._name in ("Literal", "Annotated", "Final", "ClassVar", "Union"):
        return _forms[tp._name]
    if isinstance(tp, _Alias) and tp._name == "Callable":
        import collections.abc
        return collections.abc.Callable
    return __UnionType__ if type(tp) is __UnionType__ else origin


_forms = {"Literal": Literal, "Annotated": Annotated, "Final": Final, "ClassVar": ClassVar, "Union": Union}


def get_args(tp):
    args = getattr(tp, "__args__", ())
    if isinstance(tp, _Alias) and tp._name == "Annotated":
        return args + tp.__metadata__
    if isinstance(tp, _Alias) and tp._name == "Callable" and args:
        return (args[0] if args[0] is Ellipsis else list(args[:-1]), args[-1])
    return args


def _plain_hint(hint, names, extras):
    if hint is None:
        return type(None)
    if isinstance(hint, str):
        hint = eval(hint, names)
    if isinstance(hint, _Alias) and hint._name == "Annotated" and not extras:
        return hint.__args__[0]
    return hint


# Hints in text are looked for among the program's names.
def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    found = {}
    names = {**(__main_names__() if globalns is None else globalns), **(localns or {})}
    sources = [getattr(cls, "__dict__", {}).get("__annotations__", {}) for cls in reversed(obj.__mro__)] \
        if isinstance(obj, type) else [getattr(obj, "__annotations__", None) or {}]
    for hints in sources:
        for name, hint in hints.items():
            found[name] = _plain_hint(hint, names, include_extras)
    return found


def is_typeddict(tp):
    return isinstance(tp, _TypedDictMeta) and tp is not TypedDict


def is_protocol(tp):
    return isinstance(tp, type) and getattr(tp, "_is_protocol", False) and tp is not Protocol


def reveal_type(obj, /):
    import sys
    print(f"Runtime type is {type(obj).__name__!r}", file=sys.stderr)
    return obj


def assert_type(val, typ, /):
    return val


def get_overloads(func):
    return []


def dataclass_transform(**options):
    return lambda cls: cls


def no_type_check_decorator(decorator):
    return decorator


class ForwardRef:
    def __init__(self, arg):
        self.__forward_arg__ = arg

    def __repr__(self):
        return f"ForwardRef({self.__forward_arg__!r})"


BinaryIO = _Form("BinaryIO")
Match = _Form("Match")
SupportsComplex = _Form("SupportsComplex")
ByteString = _Form("ByteString")
AsyncContextManager = _Form("AbstractAsyncContextManager")
