"""Handlers, formatters and filters of one's own."""

import logging
import sys

log = logging.getLogger("shop")
log.setLevel(logging.DEBUG)
log.propagate = False
out = logging.StreamHandler(sys.stdout)
out.setFormatter(logging.Formatter("{levelname}|{name}|{message}", style="{"))
log.addHandler(out)
log.info("to standard output")


class Keeper(logging.Handler):
    def __init__(self):
        super().__init__(level=logging.ERROR)
        self.kept = []

    def emit(self, record):
        self.kept.append((record.levelname, record.getMessage(), record.funcName, record.lineno))


class NoSecrets(logging.Filter):
    def filter(self, record):
        return "secret" not in record.getMessage()


keeper = Keeper()
log.addHandler(keeper)
log.addFilter(NoSecrets())
log.error("a %s", "secret")
log.error("an error")
log.debug("a detail")
print(keeper.kept, log.handlers == [out, keeper], log.hasHandlers())
log.removeHandler(out)
log.critical("%(what)s happened", {"what": "it"})
print(keeper.kept[-1][:2], logging.getLogger("shop.till").parent is log)
