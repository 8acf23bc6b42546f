# What `with self.assertRaises(...)` and its like give.
class _Raises:
    _missing = "not raised"

    def __init__(self, case, expected, regex):
        self.test_case = case
        self.expected = expected
        self.regex = None if regex is None else _re.compile(regex)
        self.function = None
        self.msg = None

    def handle(self, args, kwargs):
        if not args:
            self.msg = kwargs.pop("msg", None)
            return self
        function, *rest = args
        self.function = getattr(function, "__name__", str(function))
        with self:
            function(*rest, **kwargs)

    def _fail(self, message):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, message))

    def _fail_missing(self):
        name = getattr(self.expected, "__name__", str(self.expected))
        self._fail(f"{name} {self._missing} by {self.function}" if self.function else f"{name} {self._missing}")

    def __enter__(self):
        return self

    def __exit__(self, kind, error, traceback):
        if kind is None:
            self._fail_missing()
        if not issubclass(kind, self.expected):
            return False
        self.exception = error.with_traceback(None)
        if self.regex is not None and not self.regex.search(str(error)):
            self._fail(f'"{self.regex.pattern}" does not match "{error}"')
        return True


class _Warns(_Raises):
    _missing = "not triggered"

    def __enter__(self):
        import warnings
        self._caught = warnings.catch_warnings(record=True)
        self.warnings = self._caught.__enter__()
        warnings.simplefilter("always", self.expected)
        return self

    def __exit__(self, kind, error, traceback):
        self._caught.__exit__(kind, error, traceback)
        if kind is not None:
            return
        first = None
        for found in self.warnings:
            if isinstance(found.message, self.expected):
                first = first or found
                if self.regex is None or self.regex.search(str(found.message)):
                    self.warning = found.message
                    self.filename, self.lineno = found.filename, found.lineno
                    return
        if first is not None:
            self._fail(f'"{self.regex.pattern}" does not match "{first.message}"')
        self._fail_missing()


class _Logs:
    def __init__(self, case, logger, level, none):
        # Without it the program logs nothing.
        logging = self._logging = __module_named__("logging")
        self._case = case
        self._logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        self._level = logging.getLevelNamesMapping().get(level, level) if level else logging.INFO
        self._none = none

    def __enter__(self):
        logging, logger = self._logging, self._logger
        handler = logging.Handler()
        handler.setLevel(self._level)
        handler.setFormatter(logging.Formatter("%(levelname)s:%(name)s:%(message)s"))
        self.records, self.output = [], []

        def emit(record):
            self.records.append(record)
            self.output.append(handler.format(record))

        handler.emit = emit
        self._before = logger.handlers, logger.level, logger.propagate
        logger.handlers = [handler]
        logger.setLevel(self._level)
        logger.propagate = False
        return None if self._none else self

    def __exit__(self, kind, error, traceback):
        logger = self._logger
        logger.handlers, level, logger.propagate = self._before
        logger.setLevel(level)
        if kind is not None:
            return False
        if self._none and self.records:
            raise self._case.failureException(f"Unexpected logs found: {self.output!r}")
        if not self._none and not self.records:
            level = self._logging.getLevelName(self._level)
            raise self._case.failureException(f"no logs of level {level} or higher triggered on {logger.name}")
