

class _Kind(int):
    @property
    def name(self):
        return _NAMES[self]

    @property
    def description(self):
        return ("positional-only", "positional or keyword", "variadic positional", "keyword-only", "variadic keyword")[self]

    def __str__(self):
        return _NAMES[self]

    __repr__ = __str__


_NAMES = "POSITIONAL_ONLY", "POSITIONAL_OR_KEYWORD", "VAR_POSITIONAL", "KEYWORD_ONLY", "VAR_KEYWORD"


class _empty:
    pass


_empty.__module__ = "inspect"


def formatannotation(annotation, base_module=None):
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, type) and not hasattr(annotation, "__origin__"):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return annotation.__module__ + "." + annotation.__qualname__
    return repr(annotation).replace("typing.", "")


class Parameter:
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = [_Kind(kind) for kind in range(5)]
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        self.name = name
        self.kind = _Kind(kind)
        self.default = default
        self.annotation = annotation

    def replace(self, *, name=None, kind=None, default=_missing, annotation=_missing):
        return Parameter(
            self.name if name is None else name,
            self.kind if kind is None else kind,
            default=self.default if default is _missing else default,
            annotation=self.annotation if annotation is _missing else annotation,
        )

    def __str__(self):
        text = {2: "*", 4: "**"}.get(int(self.kind), "") + self.name
        if self.annotation is not _empty:
            text += ": " + formatannotation(self.annotation)
        if self.default is not _empty:
            text += (" = " if self.annotation is not _empty else "=") + repr(self.default)
        return text

    def __repr__(self):
        return f'<Parameter "{self}">'

    def __eq__(self, other):
        return isinstance(other, Parameter) and vars(self) == vars(other)


class BoundArguments:
    def __init__(self, signature, arguments):
        self.signature = signature
        self.arguments = arguments

    @property
    def args(self):
        given = []
        for name, parameter in self.signature.parameters.items():
            if parameter.kind in (3, 4) or name not in self.arguments:
                break
            value = self.arguments[name]
            given.extend(value if parameter.kind == 2 else (value,))
        return tuple(given)

    @property
    def kwargs(self):
        given, by_name = {}, False
        for name, parameter in self.signature.parameters.items():
            by_name = by_name or parameter.kind in (3, 4) or name not in self.arguments
            if by_name and name in self.arguments:
                if parameter.kind == 4:
                    given.update(self.arguments[name])
                elif parameter.kind != 2:
                    given[name] = self.arguments[name]
        return given

    def apply_defaults(self):
        filled = {}
        for name, parameter in self.signature.parameters.items():
            if name in self.arguments:
                filled[name] = self.arguments[name]
            elif parameter.default is not _empty:
                filled[name] = parameter.default
            elif parameter.kind in (2, 4):
                filled[name] = () if parameter.kind == 2 else {}
        self.arguments = filled

    def __repr__(self):
        return f"<BoundArguments ({', '.join([f'{name}={value!r}' for name, value in self.arguments.items()])})>"


class Signature:
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty):
        self.parameters = {parameter.name: parameter for parameter in parameters or ()}
        self.return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True):
        return signature(obj, follow_wrapped=follow_wrapped)

    def replace(self, *, parameters=_missing, return_annotation=_missing):
        return Signature(
            self.parameters.values() if parameters is _missing else parameters,
            return_annotation=self.return_annotation if return_annotation is _missing else return_annotation,
        )

    def bind(self, /, *args, **kwargs):
        return self._bind(list(args), kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(list(args), kwargs, True)

    def _bind(self, args, kwargs, partly):
        found = {}
        for name, parameter in self.parameters.items():
            if parameter.kind == 2:
                if args:
                    found[name], args = tuple(args), []
            elif parameter.kind == 4:
                if kwargs:
                    found[name], kwargs = kwargs, {}
            elif args and parameter.kind < 2:
                if name in kwargs and parameter.kind == 1:
                    raise TypeError(f"multiple values for argument {name!r}")
                found[name] = args.pop(0)
            elif name in kwargs and parameter.kind != 0:
                found[name] = kwargs[name]
                kwargs = {key: value for key, value in kwargs.items() if key != name}
            elif parameter.default is _empty and not partly:
                only = " keyword-only" if parameter.kind == 3 else ""
                raise TypeError(f"missing a required{only} argument: {name!r}")
        if args:
            raise TypeError("too many positional arguments")
        if kwargs:
            raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
        return BoundArguments(self, found)

    def __str__(self):
        parts, before = [], None
        for parameter in self.parameters.values():
            if before == 0 and parameter.kind != 0:
                parts.append("/")
            if parameter.kind == 3 and before not in (2, 3):
                parts.append("*")
            parts.append(str(parameter))
            before = parameter.kind
        if before == 0:
            parts.append("/")
        text = f"({', '.join(parts)})"
        if self.return_annotation is not _empty:
            text += " -> " + formatannotation(self.return_annotation)
        return text

    def __repr__(self):
        return f"<Signature {self}>"

    def __eq__(self, other):
        return isinstance(other, Signature) and str(self) == str(other)


def _of_function(function):
    code, hints = function.__code__, function.__annotations__
    names, last = code.co_varnames, code.co_argcount
    defaults = function.__defaults__ or ()
    keywords = function.__kwdefaults__ or {}
    parameters = []

    def add(name, kind, default=_empty):
        parameters.append(Parameter(name, kind, default=default, annotation=hints.get(name, _empty)))

    for place, name in enumerate(names[:last]):
        at = place - (last - len(defaults))
        add(name, 0 if place < code.co_posonlyargcount else 1, defaults[at] if at >= 0 else _empty)
    only = names[last:last + code.co_kwonlyargcount]
    rest = list(names[last + code.co_kwonlyargcount:])
    if code.co_flags & 4:
        add(rest.pop(0), 2)
    for name in only:
        add(name, 3, keywords.get(name, _empty))
    if code.co_flags & 8:
        add(rest.pop(0), 4)
    return Signature(parameters, return_annotation=hints.get("return", _empty))


def _without_first(found):
    return found.replace(parameters=list(found.parameters.values())[1:])


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    if follow_wrapped and hasattr(obj, "__wrapped__"):
        return signature(obj.__wrapped__)
    if ismethod(obj):
        return _without_first(signature(obj.__func__))
    if isfunction(obj):
        return _of_function(obj)
    if hasattr(obj, "func") and hasattr(obj, "keywords"):
        inner = signature(obj.func)
        bound = inner.bind_partial(*obj.args, **obj.keywords).arguments
        left = []
        for name, parameter in inner.parameters.items():
            if name in obj.keywords:
                left.append(parameter.replace(kind=3, default=obj.keywords[name]))
            elif name not in bound or parameter.kind in (2, 4):
                left.append(parameter if not left or left[-1].kind < 3 or parameter.kind > 2 else parameter.replace(kind=3))
        return inner.replace(parameters=left)
    if isclass(obj):
        for name in ("__init__", "__new__"):
            maker = getattr(obj, name)
            if isfunction(maker):
                return _without_first(_of_function(maker))
        if obj.__module__ != "builtins":
            return Signature()
    elif isfunction(getattr(type(obj), "__call__", None)):
        return _without_first(_of_function(type(obj).__call__))
    raise ValueError(f"no signature found for builtin {obj!r}")


class FullArgSpec(tuple):
    _fields = ("args", "varargs", "varkw", "defaults", "kwonlyargs", "kwonlydefaults", "annotations")

    def __getattr__(self, name):
        if name not in self._fields:
            raise AttributeError(f"'FullArgSpec' object has no attribute {name!r}")
        return self[self._fields.index(name)]

    def __repr__(self):
        return f"FullArgSpec({', '.join([f'{name}={value!r}' for name, value in zip(self._fields, self)])})"


def getfullargspec(func):
    function = func.__func__ if ismethod(func) else func
    parameters = list(_of_function(function).parameters.values())
    given = function.__annotations__
    hints = {"return": given["return"]} if "return" in given else {}
    hints.update({name: hint for name, hint in given.items() if name != "return"})
    of = lambda *kinds: [parameter.name for parameter in parameters if parameter.kind in kinds]
    return FullArgSpec((
        of(0, 1), (of(2) or [None])[0], (of(4) or [None])[0], function.__defaults__, of(3),
        function.__kwdefaults__, hints,
    ))
