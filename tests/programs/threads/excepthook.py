"""What becomes of an exception that ends a thread is the program's to say."""

import threading


def fail(what):
    raise ValueError(what)


def run(name):
    thread = threading.Thread(target=fail, args=(name,), name=name)
    thread.start()
    thread.join()


def report(args):
    print("reported:", args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is not None)


run("first")
threading.excepthook = report
run("second")
threading.excepthook = threading.__excepthook__
run("third")
