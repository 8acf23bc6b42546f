"""What is done at exit: after the other threads have ended, the last registered first."""
import atexit
import sys
import threading
import time


def slow():
    time.sleep(0.2)
    print("the thread has ended")


@atexit.register
def farewell():
    print("registered first, done last", threading.current_thread().name)


def never():
    print("not any more")


atexit.register(print, "bye", "now", sep="-")
atexit.register(never)
atexit.unregister(never)
threading.Thread(target=slow).start()
print("leaving")
sys.exit(0)
