"""A log that is set up by a dict, and a file of it that is put away when it is full."""
import logging
import logging.config
import logging.handlers
import os

logging.config.dictConfig({
    "version": 1,
    "formatters": {"short": {"format": "%(levelname)s %(name)s: %(message)s"}},
    "handlers": {
        "console": {"class": "logging.StreamHandler", "formatter": "short", "stream": "ext://sys.stdout"},
    },
    "loggers": {"shop": {"level": "DEBUG", "handlers": ["console"], "propagate": False}},
    "root": {"level": "WARNING", "handlers": ["console"]},
})
logging.getLogger("shop").debug("open")
logging.getLogger("other").info("not shown")
logging.getLogger("other").warning("shown")

handler = logging.handlers.RotatingFileHandler("rotated.tmp", maxBytes=30, backupCount=2)
logger = logging.getLogger("rotating")
logger.propagate = False
logger.setLevel(logging.INFO)
logger.addHandler(handler)
for number in range(7):
    logger.info("line number %d", number)
handler.close()
for name in sorted(name for name in os.listdir(".") if name.startswith("rotated.tmp")):
    with open(name) as file:
        print(name, file.read().split("\n"))
    os.remove(name)
