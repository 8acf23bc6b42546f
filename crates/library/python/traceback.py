import _groups
import sys as _sys


class FrameSummary:
    def __init__(self, filename, lineno, name, line, text=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self.line = line
        self._text = text or f'  File "{filename}", line {lineno}, in {name}\n' + (f"    {line}\n" if line else "")

    def __iter__(self):
        return iter((self.filename, self.lineno, self.name, self.line))

    def __getitem__(self, place):
        return (self.filename, self.lineno, self.name, self.line)[place]

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


class StackSummary(list):
    def format(self):
        texts = []
        count = 0
        before = None
        for frame in self:
            if before is None or frame[:3] != before:
                _repeated(texts, count)
                count = 0
                before = frame[:3]
            count += 1
            if count <= 3:
                texts.append(frame._text)
        _repeated(texts, count)
        return texts


def _repeated(texts, count):
    if count > 3:
        texts.append(f"  [Previous line repeated {count - 3} more time{'s' if count > 4 else ''}]\n")


class TracebackException:
    def __init__(self, exc_type, exc_value, exc_traceback=None, **keywords):
        self._error = exc_value
        self.exc_type = exc_type
        self.stack = extract_tb(exc_traceback)

    @classmethod
    def from_exception(cls, exc, **keywords):
        return cls(type(exc), exc, exc.__traceback__)

    def format(self, *, chain=True):
        return iter(format_exception(self._error, chain=chain))

    def format_exception_only(self):
        return iter(format_exception_only(self._error))

    def __str__(self):
        return str(self._error)


def _summary(what, limit, text):
    frames = [FrameSummary(*frame[:4], frame[4] if text else None) for frame in _frames(what)]
    if limit is not None:
        frames = frames[:limit] if limit >= 0 else frames[limit:]
    return StackSummary(frames)


def extract_tb(tb, limit=None):
    return StackSummary() if tb is None else _summary(tb, limit, True)


def extract_stack(f=None, limit=None):
    if f is None:
        return _summary(None, None if limit is None else -limit, False)
    lines = __source__().splitlines()
    frames = []
    while f is not None:
        file, line = f.f_code.co_filename, f.f_lineno
        text = lines[line - 1].strip() if 0 < line <= len(lines) else ""
        frames.insert(0, FrameSummary(file, line, f.f_code.co_name, text))
        f = f.f_back
    return StackSummary(frames if limit is None else frames[-limit:])


def format_tb(tb, limit=None):
    return extract_tb(tb, limit).format()


def format_stack(f=None, limit=None):
    return extract_stack(f, limit).format()


def format_list(extracted_list):
    return [frame._text if isinstance(frame, FrameSummary) else FrameSummary(*frame)._text for frame in extracted_list]


def _given(exc, value):
    return exc if isinstance(exc, BaseException) or isinstance(exc, type(None)) else value


def _has_group(error):
    seen = []
    while error is not None and not any([error is one for one in seen]):
        if isinstance(error, BaseExceptionGroup):
            return True
        seen.append(error)
        error = error.__cause__ if error.__suppress_context__ else error.__cause__ or error.__context__
    return False


def format_exception(exc, /, value=None, tb=None, limit=None, chain=True):
    error = _given(exc, value)
    if error is None:
        return ["NoneType: None\n"]
    parts = []
    if chain and limit is None and _has_group(error):
        return __traceback_text__(error, __texts__(error)).splitlines(True)
    if chain:
        if error.__cause__ is not None:
            parts = format_exception(error.__cause__, limit=limit)
            parts.append("\nThe above exception was the direct cause of the following exception:\n\n")
        elif error.__context__ is not None and not error.__suppress_context__:
            parts = format_exception(error.__context__, limit=limit)
            parts.append("\nDuring handling of the above exception, another exception occurred:\n\n")
    frames = format_tb(error.__traceback__, limit)
    if frames:
        parts.append("Traceback (most recent call last):\n")
    return parts + frames + format_exception_only(error)


def format_exception_only(exc, /, value=None, *, show_group=False):
    error = _given(exc, value)
    if error is None:
        return ["NoneType: None\n"]
    kind = type(error)
    name = kind.__qualname__ if kind.__module__ in ("builtins", "__main__") else kind.__module__ + "." + kind.__qualname__
    text = str(error)
    return [f"{name}: {text}\n" if text else name + "\n"] + [note + "\n" for note in getattr(error, "__notes__", ())]


def format_exc(limit=None, chain=True):
    return "".join(format_exception(_sys.exception(), limit=limit, chain=chain))


def _print(parts, file):
    (_sys.stderr if file is None else file).write("".join(parts))


def print_exception(exc, /, value=None, tb=None, limit=None, file=None, chain=True):
    _print(format_exception(exc, value, tb, limit, chain), file)


def print_exc(limit=None, file=None, chain=True):
    print_exception(_sys.exception(), limit=limit, file=file, chain=chain)


def print_tb(tb, limit=None, file=None):
    _print(format_tb(tb, limit), file)


def print_stack(f=None, limit=None, file=None):
    _print(format_stack(f, limit), file)


def print_list(extracted_list, file=None):
    _print(format_list(extracted_list), file)


def clear_frames(tb):
    pass
