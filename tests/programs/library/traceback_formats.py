"""Tracebacks as text, whole and in parts."""

import sys
import traceback


def divide(a, b):
    return a / b


def attempt():
    try:
        divide(1, 0)
    except ZeroDivisionError as error:
        print(traceback.format_exc())
        print(traceback.format_exception(error)[-1], traceback.format_exception_only(error))
        traceback.print_tb(error.__traceback__, file=sys.stdout)
        print([frame.name for frame in traceback.extract_tb(error.__traceback__)], sys.exc_info()[0])
        try:
            raise ValueError("worse") from error
        except ValueError:
            traceback.print_exc()
            traceback.print_exc(file=sys.stdout)
    traceback.print_stack(file=sys.stdout)


attempt()
print(traceback.format_exc())
