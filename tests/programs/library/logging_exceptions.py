"""An exception in the log, with its traceback."""

import logging

logging.basicConfig(format="%(levelname)s %(funcName)s:%(lineno)d %(message)s")


def divide(a, b):
    try:
        return a / b
    except ZeroDivisionError:
        logging.exception("dividing %d by %d", a, b)
        logging.error("without a traceback")
        logging.warning("with one", exc_info=True)


print(divide(4, 2), divide(1, 0))
