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
