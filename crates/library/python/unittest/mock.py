import sys as _sys


class _Sentinel:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"sentinel.{self.name}"


class _Sentinels:
    def __init__(self):
        self._known = {}

    def __getattr__(self, name):
        return self._known.setdefault(name, _Sentinel(name))


sentinel = _Sentinels()
DEFAULT = sentinel.DEFAULT
_missing = object()


class _Any:
    def __eq__(self, other):
        return True

    def __ne__(self, other):
        return False

    def __repr__(self):
        return "<ANY>"


ANY = _Any()


def _arguments(args, kwargs):
    return ", ".join([repr(arg) for arg in args] + [f"{name}={value!r}" for name, value in kwargs.items()])


# A call: its name, its arguments. Names make no difference to the calls of one mock.
class _Call(tuple):
    def __new__(cls, name="", args=(), kwargs=None):
        return tuple.__new__(cls, (name, args, kwargs or {}))

    def __call__(self, *args, **kwargs):
        return _Call(self[0] or "", args, kwargs)

    def __getattr__(self, name):
        if name in ("args", "kwargs"):
            return tuple.__getitem__(self, 1 if name == "args" else 2)
        if name.startswith("__"):
            raise AttributeError(name)
        return _Call(f"{self[0]}.{name}" if self[0] else name)

    def __getitem__(self, place):
        if isinstance(place, int) and tuple.__getitem__(self, 0) == "\0":
            return tuple.__getitem__(self, place + 1)
        return tuple.__getitem__(self, place)

    def __eq__(self, other):
        if not isinstance(other, tuple):
            return NotImplemented
        mine, theirs = [_plain_call(one) for one in (self, other)]
        return mine[1:] == theirs[1:] and (mine[0] == theirs[0] or "" in (mine[0], theirs[0]))

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __iter__(self):
        return iter(_plain_call(self)[1:] if self._is_single() else _plain_call(self))

    def _is_single(self):
        return tuple.__getitem__(self, 0) == "\0"

    def __repr__(self):
        name, args, kwargs = _plain_call(self)
        return f"call{'.' + name if name and not name.startswith('()') else name}({_arguments(args, kwargs)})"


def _plain_call(one):
    if isinstance(one, _Call):
        parts = tuple.__getitem__(one, 0), tuple.__getitem__(one, 1), tuple.__getitem__(one, 2)
        return ("" if parts[0] == "\0" else parts[0],) + parts[1:]
    if len(one) == 3:
        return one
    return ("",) + tuple(one) if len(one) == 2 else ("", tuple(one), {})


call = _Call()


class _Calls(list):
    def __contains__(self, value):
        return len([one for one in self if one == value]) > 0

    def __repr__(self):
        shown = [repr(one) for one in self]
        return "[" + (", " if sum([len(one) + 2 for one in shown]) < 80 else ",\n ").join(shown) + "]"


class NonCallableMock:
    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None, **kwargs):
        own = self.__dict__
        spec = spec if spec is not None else spec_set
        own["_mock_parent"] = None
        own["_mock_name"] = name
        own["_mock_path"] = ""
        own["_mock_children"] = {}
        own["_mock_wraps"] = wraps
        own["_mock_spec"] = None if spec is None else spec if isinstance(spec, (list, tuple)) else dir(spec)
        own["_mock_class"] = None if spec is None or isinstance(spec, (list, tuple)) else spec if isinstance(spec, type) else type(spec)
        own["_mock_return"] = return_value
        own["side_effect"] = side_effect
        self._forget()
        for key, value in kwargs.items():
            setattr(self, key, value)

    def _forget(self):
        own = self.__dict__
        own["called"] = False
        own["call_count"] = 0
        own["call_args"] = None
        own["call_args_list"] = _Calls()
        own["mock_calls"] = _Calls()
        own["method_calls"] = _Calls()

    def reset_mock(self, *, return_value=False, side_effect=False):
        self._forget()
        if return_value:
            self.__dict__["_mock_return"] = DEFAULT
        if side_effect:
            self.__dict__["side_effect"] = None
        for child in self._mock_children.values():
            child.reset_mock()

    def configure_mock(self, /, **kwargs):
        for name, value in kwargs.items():
            thing, (*path, last) = self, name.split(".")
            for part in path:
                thing = getattr(thing, part)
            setattr(thing, last, value)

    @property
    def return_value(self):
        if self._mock_return is DEFAULT:
            self.__dict__["_mock_return"] = self._child("()", True)
        return self._mock_return

    @return_value.setter
    def return_value(self, value):
        self.__dict__["_mock_return"] = value

    @property
    def __class__(self):
        return self._mock_class or type(self)

    def _child(self, name, is_return=False):
        kind = MagicMock if isinstance(self, MagicMock) else Mock
        made = kind()
        made.__dict__["_mock_parent"] = self
        made.__dict__["_mock_path"] = name
        return made

    def __getattr__(self, name):
        if name.startswith("__") and name.endswith("__") or name == "_mock_children":
            raise AttributeError(name)
        if self._mock_spec is not None and name not in self._mock_spec:
            raise AttributeError(f"Mock object has no attribute {name!r}")
        if name.startswith(("assert", "assret", "asert", "aseert", "assrt")):
            raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be an attribute.")
        children = self._mock_children
        if name not in children:
            wrapped = self._mock_wraps
            children[name] = self._child(name)
            if wrapped is not None:
                children[name].__dict__["_mock_wraps"] = getattr(wrapped, name)
        return children[name]

    def __setattr__(self, name, value):
        if isinstance(value, NonCallableMock) and name != "return_value" and value._mock_parent is None and value._mock_name is None:
            value.__dict__["_mock_parent"] = self
            value.__dict__["_mock_path"] = name
            self._mock_children[name] = value
            return
        if name in _MAGIC and isinstance(self, MagicMock):
            self._special[name] = value
            return
        object.__setattr__(self, name, value)

    def _full_name(self):
        if self._mock_parent is None:
            return self._mock_name or "mock"
        dot = "" if self._mock_path.startswith("()") else "."
        return self._mock_parent._full_name() + dot + self._mock_path

    def __repr__(self):
        named = self._mock_name is not None or self._mock_parent is not None
        name = f" name={self._full_name()!r}" if named else ""
        spec = f" spec={self._mock_class.__name__!r}" if self._mock_class is not None else ""
        return f"<{type(self).__name__}{name}{spec} id={id(self)!r}>"

    def _record(self, args, kwargs):
        own = self.__dict__
        own["called"] = True
        own["call_count"] = self.call_count + 1
        own["call_args"] = _Call("\0", args, kwargs)
        self.call_args_list.append(_Call("\0", args, kwargs))
        self.mock_calls.append(_Call("", args, kwargs))
        thing, path, is_method = self, "", True
        while thing._mock_parent is not None:
            step = thing._mock_path
            path = step + ("" if not path or path.startswith("()") else ".") + path
            thing = thing._mock_parent
            thing.mock_calls.append(_Call(path, args, kwargs))
            if "()" not in path:
                thing.method_calls.append(_Call(path, args, kwargs))

    def assert_called(self):
        if not self.call_count:
            raise AssertionError(f"Expected '{self._mock_name or self._mock_path or 'mock'}' to have been called.")

    def assert_called_once(self):
        if self.call_count != 1:
            raise AssertionError(self._wrong_count("called once"))

    def _wrong_count(self, what):
        name = self._mock_name or self._mock_path or "mock"
        calls = f"\nCalls: {self.mock_calls!r}." if self.call_count else ""
        return f"Expected '{name}' to have been {what}. Called {self.call_count} times.{calls}"

    def assert_not_called(self):
        if self.call_count:
            name = self._mock_name or self._mock_path or "mock"
            raise AssertionError(f"Expected '{name}' to not have been called. Called {self.call_count} times.\nCalls: {self.mock_calls!r}.")

    def assert_called_with(self, /, *args, **kwargs):
        name = self._mock_name or self._mock_path or "mock"
        wanted = f"{name}({_arguments(args, kwargs)})"
        if self.call_args is None:
            raise AssertionError(f"expected call not found.\nExpected: {wanted}\n  Actual: not called.")
        if self.call_args != _Call("\0", args, kwargs):
            got = _plain_call(self.call_args)
            raise AssertionError(f"expected call not found.\nExpected: {wanted}\n  Actual: {name}({_arguments(got[1], got[2])})")

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            name = self._mock_name or self._mock_path or "mock"
            calls = f"\nCalls: {self.mock_calls!r}." if self.call_count else ""
            raise AssertionError(f"Expected '{name}' to be called once. Called {self.call_count} times.{calls}")
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        if _Call("\0", args, kwargs) not in self.call_args_list:
            name = self._mock_name or self._mock_path or "mock"
            raise AssertionError(f"{name}({_arguments(args, kwargs)}) call not found")

    def assert_has_calls(self, calls, any_order=False):
        made = list(self.mock_calls)
        if any_order:
            missing = [one for one in calls if one not in self.mock_calls]
        else:
            count = len(calls)
            fits = [at for at in range(len(made) - count + 1) if [a for a, b in zip(made[at:], calls) if a != b] == []]
            missing = [] if fits or not calls else calls
        if missing:
            raise AssertionError(f"Calls not found.\nExpected: {_Calls(calls)!r}\n  Actual: {self.mock_calls!r}")


class Mock(NonCallableMock):
    def __call__(self, /, *args, **kwargs):
        self._record(args, kwargs)
        effect = self.side_effect
        if effect is not None:
            if isinstance(effect, BaseException) or isinstance(effect, type) and issubclass(effect, BaseException):
                raise effect
            if callable(effect):
                given = effect(*args, **kwargs)
            else:
                if not hasattr(effect, "__next__"):
                    effect = self.__dict__["side_effect"] = iter(effect)
                given = next(effect)
                if isinstance(given, BaseException) or isinstance(given, type) and issubclass(given, BaseException):
                    raise given
            if given is not DEFAULT:
                return given
        if self._mock_return is DEFAULT and self._mock_wraps is not None:
            return self._mock_wraps(*args, **kwargs)
        return self.return_value


_MAGIC = {
    "__len__": 0, "__bool__": True, "__contains__": False, "__int__": 1, "__float__": 1.0, "__iter__": None,
    "__getitem__": DEFAULT, "__setitem__": DEFAULT, "__delitem__": DEFAULT, "__enter__": DEFAULT, "__exit__": False,
    "__str__": None, "__index__": 1, "__eq__": None, "__lt__": NotImplemented, "__gt__": NotImplemented,
    "__add__": DEFAULT, "__sub__": DEFAULT, "__mul__": DEFAULT,
}


class MagicMock(Mock):
    def __init__(self, *args, **kwargs):
        self.__dict__["_special"] = {}
        super().__init__(*args, **kwargs)

    # What Python itself looks up in the class is a function; a person who asks gets the mock that it calls.
    def __getattribute__(self, name):
        if name not in _MAGIC or name in ("__eq__", "__str__"):
            return object.__getattribute__(self, name)
        found = self._special.get(name)
        return found if found is not None else _special_mock(self, name, _MAGIC[name])


def _special_method(name, default):
    def method(self, *args):
        special = self._special
        if name in special and not isinstance(special[name], NonCallableMock):
            value = special[name]
            return value(self, *args) if isinstance(value, type(_special_method)) else value(*args)
        mock = special.get(name)
        if mock is None or mock._mock_return is DEFAULT and mock.side_effect is None:
            if name == "__iter__":
                return iter([])
            if name == "__str__":
                return repr(self)
            if name == "__eq__":
                return self is args[0]
        if mock is None:
            mock = _special_mock(self, name, default)
        made = mock(*args)
        return iter(made) if name == "__iter__" else made

    method.__name__ = name
    return method


def _special_mock(owner, name, default):
    mock = owner._child(name)
    if default is not DEFAULT and default is not None:
        mock.return_value = default
    owner._special[name] = mock
    return mock


for _name, _default in _MAGIC.items():
    setattr(MagicMock, _name, _special_method(_name, _default))
MagicMock.__hash__ = object.__hash__


class AsyncMock(MagicMock):
    async def __call__(self, /, *args, **kwargs):
        return MagicMock.__call__(self, *args, **kwargs)


class PropertyMock(Mock):
    def __get__(self, obj, obj_type=None):
        return self()

    def __set__(self, obj, val):
        self(val)


def create_autospec(spec, spec_set=False, instance=False, **kwargs):
    return MagicMock(spec=spec, **kwargs)


def seal(mock):
    mock.__dict__["_mock_spec"] = list(mock._mock_children)
