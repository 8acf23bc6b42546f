_shown = set()
_actions = []


# A warning is shown once for each place, unless the program says otherwise; all of its own are in `__main__`.
def warn(message, category=None, stacklevel=1, source=None, **keywords):
    if isinstance(message, Warning):
        category = type(message)
    elif category is None:
        category = UserWarning
    _show(message, category, max(stacklevel - 1, 0))


def _old(message):
    _show(message, DeprecationWarning, 0)


def _show(message, category, up):
    file, line, name, text = _caller(up)
    action = "default"
    for wanted, kind, start in _actions:
        if issubclass(category, kind) and str(message).startswith(start):
            action = wanted
            break
    if action == "error":
        raise message if isinstance(message, Warning) else category(message)
    place = (str(message), category, file, 0 if action == "once" else line)
    if action == "ignore" or (action != "always" and place in _shown):
        return
    _shown.add(place)
    if _caught is not None:
        _caught.append(WarningMessage(message if isinstance(message, Warning) else category(message), category, file, line))
        return
    shown = f"{file}:{line}: {category.__name__}: {message}\n" + (f"  {text}\n" if text else "")
    if _log is None:
        __write_error__(shown)
    else:
        _log(shown)


# `logging.captureWarnings` puts a function here.
_log = None


def simplefilter(action, category=Warning, lineno=0, append=False):
    _actions.insert(len(_actions) if append else 0, (action, category, ""))


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    _actions.insert(len(_actions) if append else 0, (action, category, message))


def resetwarnings():
    _actions.clear()


_caught = None


class WarningMessage:
    def __init__(self, message, category, filename, lineno):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno


class catch_warnings:
    def __init__(self, *, record=False, action=None, category=Warning, **keywords):
        self._record = record
        self._action = action
        self._category = category

    def __enter__(self):
        global _caught
        self._before = (_actions[:], _caught)
        if self._action:
            simplefilter(self._action, self._category)
        if self._record:
            _caught = []
            _shown.clear()
            return _caught

    def __exit__(self, *exc_info):
        global _caught
        _actions[:], _caught = self._before


def formatwarning(message, category, filename, lineno, line=None):
    return f"{filename}:{lineno}: {category.__name__}: {message}\n" + (f"  {line.strip()}\n" if line else "")


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    __write_error__(formatwarning(message, category, filename, lineno))


# A decorator that makes calls, or the making of objects, warn.
class deprecated:
    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        message, category, stacklevel = self.message, self.category, self.stacklevel
        if category is None:
            arg.__deprecated__ = message
            return arg
        if isinstance(arg, type):
            init = arg.__init__

            def __init__(self, *args, **kwargs):
                if type(self) is arg:
                    warn(message, category, stacklevel)
                init(self, *args, **kwargs)

            arg.__init__ = __init__
            arg.__deprecated__ = message
            return arg

        def wrapper(*args, **kwargs):
            warn(message, category, stacklevel)
            return arg(*args, **kwargs)

        for name in ("__name__", "__qualname__", "__doc__", "__module__"):
            setattr(wrapper, name, getattr(arg, name))
        wrapper.__wrapped__ = arg
        wrapper.__deprecated__ = message
        return wrapper
