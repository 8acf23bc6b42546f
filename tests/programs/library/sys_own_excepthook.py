"""A hook of the program's own is told of an exception that ends the main thread; other threads end as ever."""
import sys
import threading
import time


def hook(kind, error, traceback):
    print("the hook saw", kind.__name__, error, traceback is not None)


def slow():
    time.sleep(0.1)
    print("the thread goes on")


sys.excepthook = hook
threading.Thread(target=slow).start()
print(sys.getsizeof(0), sys.getsizeof(2**100), sys.getsizeof("abc"), sys.getsizeof((1, 2)), sys.getsizeof(1.5))
raise ValueError("nobody catches it")
