"""Imports that a program tries: modules that are not there, with others in their place."""

try:
    import Queue as queue
except ImportError:
    import queue
try:
    from thread import start_new_thread
except (ImportError, AttributeError):
    from _thread import start_new_thread
try:
    import no_such_package.inside as inside
except ModuleNotFoundError as error:
    inside = None
    print(error)


def optional():
    try:
        import also_missing
    except Exception as error:
        return type(error).__name__, str(error)
    return also_missing


print(queue.Queue.__name__, start_new_thread.__name__, inside, optional())
