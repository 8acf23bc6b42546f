

def _target(path):
    *parts, last = path.split(".")
    for size in range(len(parts), 0, -1):
        name = ".".join(parts[:size])
        module = __module_named__(name)
        if module is None and name == "__main__":
            return _Main(), last
        if module is not None:
            for part in parts[size:]:
                module = getattr(module, part)
            return module, last
    if not parts:
        raise TypeError(f"Need a valid target to patch. You supplied: {path!r}")
    if parts[0] == "__main__":
        names = __main_names__()
        thing = _Main()
        for part in parts[1:]:
            thing = names[part] if isinstance(thing, _Main) else getattr(thing, part)
        return thing, last
    raise ModuleNotFoundError(f"No module named {parts[0]!r}")


# The program itself, whose variables are attributes of the module `__main__`.
class _Main:
    def __getattr__(self, name):
        try:
            return __main_names__()[name]
        except KeyError:
            raise AttributeError(f"<module '__main__'> does not have the attribute {name!r}") from None

    def __setattr__(self, name, value):
        __main_names__()[name] = value


class _patch:
    def __init__(self, find, new=DEFAULT, new_callable=None, **kwargs):
        self._find, self._new, self._new_callable, self._kwargs = find, new, new_callable, kwargs

    def __enter__(self):
        self._owner, self._name = self._find()
        if not hasattr(self._owner, self._name):
            raise AttributeError(f"{self._owner!r} does not have the attribute {self._name!r}")
        self._is_own = not isinstance(self._owner, _Main) and self._name in getattr(self._owner, "__dict__", {})
        self._before = self._owner.__dict__[self._name] if self._is_own else getattr(self._owner, self._name)
        new = self._new
        if new is DEFAULT:
            new = (self._new_callable or MagicMock)(**self._kwargs)
            if isinstance(new, NonCallableMock) and new._mock_name is None:
                new.__dict__["_mock_name"] = self._name
        setattr(self._owner, self._name, new)
        return new

    def __exit__(self, kind, error, traceback):
        if self._is_own or isinstance(self._owner, (_Main, type(_sys))):
            setattr(self._owner, self._name, self._before)
        else:
            delattr(self._owner, self._name)

    start = __enter__

    def stop(self):
        self.__exit__(None, None, None)

    def __call__(self, decorated):
        if isinstance(decorated, type):
            for name, value in list(vars(decorated).items()):
                if name.startswith("test") and callable(value):
                    setattr(decorated, name, self(value))
            return decorated

        def patched(*args, **kwargs):
            with self as new:
                return decorated(*args, *(() if self._new is not DEFAULT else (new,)), **kwargs)

        for name in ("__name__", "__qualname__", "__doc__", "__module__"):
            setattr(patched, name, getattr(decorated, name))
        patched.__wrapped__ = decorated
        return patched


def patch(target, new=DEFAULT, *, new_callable=None, spec=None, create=False, return_value=_missing, side_effect=None, **kwargs):
    return _patch(lambda: _target(target), new, new_callable, **_given(spec, return_value, side_effect, kwargs))


def _given(spec, return_value, side_effect, kwargs):
    if spec is not None and spec is not True:
        kwargs["spec"] = spec
    if return_value is not _missing:
        kwargs["return_value"] = return_value
    if side_effect is not None:
        kwargs["side_effect"] = side_effect
    return kwargs


def _patch_object(target, attribute, new=DEFAULT, *, new_callable=None, spec=None, create=False, return_value=_missing, side_effect=None, **kwargs):
    return _patch(lambda: (target, attribute), new, new_callable, **_given(spec, return_value, side_effect, kwargs))


class _PatchDict:
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self._dict, self._values, self._clear = in_dict, {**dict(values), **kwargs}, clear

    def __enter__(self):
        if isinstance(self._dict, str):
            self._dict = getattr(*_target(self._dict))
        self._before = dict(self._dict)
        if self._clear:
            self._dict.clear()
        self._dict.update(self._values)
        return self._dict

    def __exit__(self, kind, error, traceback):
        self._dict.clear()
        self._dict.update(self._before)

    __call__ = _patch.__call__
    _new = None


patch.object = _patch_object
patch.dict = _PatchDict


def mock_open(mock=None, read_data=""):
    import io
    handle = MagicMock(name="open")
    handle.return_value.__enter__.side_effect = lambda *args: io.StringIO(read_data)
    return handle
