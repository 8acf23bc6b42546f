import logging as _logging
import logging.handlers as _handlers
import sys as _sys

_CLASSES = {
    "logging.StreamHandler": _logging.StreamHandler,
    "logging.FileHandler": _logging.FileHandler,
    "logging.NullHandler": _logging.NullHandler,
    "logging.Formatter": _logging.Formatter,
    "logging.handlers.QueueHandler": _handlers.QueueHandler,
    "logging.handlers.MemoryHandler": _handlers.MemoryHandler,
    "logging.handlers.RotatingFileHandler": _handlers.RotatingFileHandler,
    "logging.handlers.TimedRotatingFileHandler": _handlers.TimedRotatingFileHandler,
}


def _resolved(value):
    if isinstance(value, str):
        if value in _CLASSES:
            return _CLASSES[value]
        raise ValueError(f"Cannot resolve {value!r}")
    return value


def _made(kind, name, settings, known):
    settings = dict(settings)
    level = settings.pop("level", None)
    formatter = settings.pop("formatter", None)
    filters = settings.pop("filters", [])
    factory = settings.pop("()", None) or settings.pop("class")
    for key, value in settings.items():
        if value == "ext://sys.stdout":
            settings[key] = _sys.stdout
        elif value == "ext://sys.stderr":
            settings[key] = _sys.stderr
    made = _resolved(factory)(**settings)
    if level is not None:
        made.setLevel(level)
    if formatter is not None:
        if formatter not in known["formatters"]:
            raise ValueError(f"Unable to configure handler {name!r}")
        made.setFormatter(known["formatters"][formatter])
    for one in filters:
        made.addFilter(known["filters"][one])
    return made


def _formatter(settings):
    if "()" in settings:
        factory = _resolved(settings["()"])
        settings = {key: value for key, value in settings.items() if key != "()"}
        try:
            return factory(**settings)
        except TypeError as error:
            if "'format'" not in str(error):
                raise
            settings["fmt"] = settings.pop("format")
            return factory(**settings)
    made = _resolved(settings.get("class", "logging.Formatter"))
    return made(settings.get("format"), settings.get("datefmt"), settings.get("style", "%"))


def dictConfig(config):
    if config.get("version") != 1:
        raise ValueError(f"Unsupported version: {config.get('version')}")
    known = {"formatters": {}, "filters": {}, "handlers": {}}
    for name, settings in config.get("formatters", {}).items():
        known["formatters"][name] = _formatter(settings)
    for name, settings in config.get("filters", {}).items():
        factory = _resolved(settings.get("()", _logging.Filter))
        known["filters"][name] = factory(**{key: value for key, value in settings.items() if key != "()"})
    for name, settings in config.get("handlers", {}).items():
        try:
            known["handlers"][name] = _made("handler", name, settings, known)
        except Exception as error:
            raise ValueError(f"Unable to configure handler {name!r}") from error
    loggers = dict(config.get("loggers", {}))
    if "root" in config:
        loggers[""] = config["root"]
    for name, settings in loggers.items():
        logger = _logging.getLogger(name or None)
        for handler in logger.handlers[:]:
            logger.removeHandler(handler)
        if "level" in settings:
            logger.setLevel(settings["level"])
        for handler in settings.get("handlers", []):
            logger.addHandler(known["handlers"][handler])
        for one in settings.get("filters", []):
            logger.addFilter(known["filters"][one])
        if name:
            logger.propagate = settings.get("propagate", True)
            logger.disabled = False
