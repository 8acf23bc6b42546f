class SimpleNamespace:
    def __init__(self, mapping_or_iterable=(), /, **keywords):
        self.__dict__.update(mapping_or_iterable)
        self.__dict__.update(keywords)

    def _show(self):
        name = "namespace" if type(self) is SimpleNamespace else type(self).__name__
        return f"{name}({', '.join([f'{name}={value!r}' for name, value in self.__dict__.items()])})"

    def __repr__(self):
        return __show_once__(self, SimpleNamespace._show, "namespace(...)")

    def __eq__(self, other):
        if isinstance(other, SimpleNamespace):
            return self.__dict__ == other.__dict__
        return NotImplemented

    __hash__ = None


class MappingProxyType:
    def __init__(self, mapping):
        self._mapping = mapping

    def __getitem__(self, key):
        return self._mapping[key]

    def __contains__(self, key):
        return key in self._mapping

    def __iter__(self):
        return iter(self._mapping)

    def __len__(self):
        return len(self._mapping)

    def __eq__(self, other):
        return self._mapping == other

    def __repr__(self):
        return f"mappingproxy({self._mapping!r})"

    def __str__(self):
        return str(self._mapping)

    def get(self, key, default=None):
        return self._mapping.get(key, default)

    def keys(self):
        return self._mapping.keys()

    def values(self):
        return self._mapping.values()

    def items(self):
        return self._mapping.items()

    def copy(self):
        return self._mapping.copy()


MappingProxyType.__name__ = "mappingproxy"


def _function():
    yield


class _Type:
    def method(self):
        pass


FunctionType = type(_function)
LambdaType = FunctionType
GeneratorType = type(_function())
CoroutineType = __coroutine__
AsyncGeneratorType = __async_generator__
MethodType = type(_Type().method)
BuiltinFunctionType = type(len)
BuiltinMethodType = BuiltinFunctionType
CodeType = type(_function.__code__)
UnionType = type(int | str)
GenericAlias = type(list[int])
NoneType = type(None)
EllipsisType = type(...)
NotImplementedType = type(NotImplemented)
ModuleType = __module__
TracebackType = __traceback__


def new_class(name, bases=(), kwds=None, exec_body=None):
    namespace = {}
    if exec_body is not None:
        exec_body(namespace)
    kwds = dict(kwds or {})
    return kwds.pop("metaclass", type)(name, bases, namespace, **kwds)


def coroutine(func):
    if not callable(func):
        raise TypeError("types.coroutine() expects a callable")
    return func


def _with_cell():
    value = None
    return lambda: value


CellType = type(_with_cell().__closure__[0])
MethodWrapperType = WrapperDescriptorType = MethodDescriptorType = BuiltinFunctionType
CapsuleType = type("PyCapsule", (), {})


def resolve_bases(bases):
    return tuple(bases)


def get_original_bases(cls, /):
    return cls.__dict__.get("__orig_bases__", cls.__bases__)
