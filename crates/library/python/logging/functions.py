_formatter = Formatter()
root = RootLogger(WARNING)
Logger.root = root
lastResort = _LastResort()
lastResort.setLevel(WARNING)
_disabled = 0
_loggers = {}


class Manager:
    root = root
    disable = 0

    def __init__(self):
        self.loggerDict = _loggers

    def getLogger(self, name):
        return getLogger(name)


Logger.manager = Manager()
_class = Logger


def getLogger(name=None):
    if not name or name == "root":
        return root
    if not isinstance(name, str):
        raise TypeError("A logger name must be a string")
    if name in _loggers:
        return _loggers[name]
    logger = _class(name)
    _loggers[name] = logger
    for other, known in _loggers.items():
        if other.startswith(name + ".") and (known.parent is root or name.startswith(known.parent.name + ".")):
            known.parent = logger
    logger.parent = root
    above = name
    while "." in above:
        above = above.rsplit(".", 1)[0]
        if above in _loggers:
            logger.parent = _loggers[above]
            break
    return logger


def getLoggerClass():
    return _class


def setLoggerClass(klass):
    global _class
    _class = klass


def disable(level=CRITICAL):
    global _disabled
    _disabled = _level(level)


def basicConfig(**kwargs):
    force = kwargs.pop("force", False)
    encoding = kwargs.pop("encoding", None)
    errors = kwargs.pop("errors", None)
    if force:
        for handler in root.handlers[:]:
            root.removeHandler(handler)
            handler.close()
    if root.handlers:
        return
    handlers = kwargs.pop("handlers", None)
    stream = kwargs.pop("stream", None)
    if handlers is None:
        filename = kwargs.pop("filename", None)
        filemode = kwargs.pop("filemode", "a")
        if filename is None:
            handlers = [StreamHandler(stream)]
        elif stream is not None:
            raise ValueError("'stream' and 'filename' should not be specified together")
        else:
            handlers = [FileHandler(filename, filemode, encoding, errors=errors)]
    elif stream is not None:
        raise ValueError("'stream' or 'filename' should not be specified together with 'handlers'")
    datefmt = kwargs.pop("datefmt", None)
    style = kwargs.pop("style", "%")
    if style not in "%{$":
        raise ValueError("Style must be one of: %,{,$")
    fmt = kwargs.pop("format", None)
    if fmt is None:
        fmt = {"%": BASIC_FORMAT, "{": "{levelname}:{name}:{message}", "$": "${levelname}:${name}:${message}"}[style]
    formatter = Formatter(fmt, datefmt, style)
    for handler in handlers:
        if handler.formatter is None:
            handler.setFormatter(formatter)
        root.addHandler(handler)
    level = kwargs.pop("level", None)
    if level is not None:
        root.setLevel(level)
    if kwargs:
        raise ValueError("Unrecognised argument(s): " + ", ".join(kwargs))


def _to_root(name, msg, args, kwargs):
    if not root.handlers:
        basicConfig()
    getattr(root, name)(msg, *args, **kwargs)


def debug(msg, *args, **kwargs):
    _to_root("debug", msg, args, kwargs)


def info(msg, *args, **kwargs):
    _to_root("info", msg, args, kwargs)


def warning(msg, *args, **kwargs):
    _to_root("warning", msg, args, kwargs)


def error(msg, *args, **kwargs):
    _to_root("error", msg, args, kwargs)


def critical(msg, *args, **kwargs):
    _to_root("critical", msg, args, kwargs)


fatal = critical


def warn(msg, *args, **kwargs):
    _warnings._old("The 'warn' function is deprecated, use 'warning' instead")
    warning(msg, *args, **kwargs)


def exception(msg, *args, exc_info=True, **kwargs):
    error(msg, *args, exc_info=exc_info, **kwargs)


def log(level, msg, *args, **kwargs):
    _to_root("log", level, (msg,) + args, kwargs)


_factory = LogRecord


def getLogRecordFactory():
    return _factory


def setLogRecordFactory(factory):
    global _factory
    _factory = factory


def makeLogRecord(dict):
    record = _factory(None, None, "", 0, "", (), None, None)
    record.__dict__.update(dict)
    return record


# A warning's text goes to the log of "py.warnings" in place of standard error.
def captureWarnings(capture):
    import warnings
    warnings._log = _log_warning if capture else None


def _log_warning(text):
    logger = getLogger("py.warnings")
    if not logger.handlers:
        logger.addHandler(NullHandler())
    logger.warning("%s", text)


def getHandlerNames():
    return frozenset()


def shutdown():
    pass
