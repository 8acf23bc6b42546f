"""A thread can be started once, and joined only when started."""

import threading

thread = threading.Thread(target=print, args=("ran",))
try:
    thread.join()
except RuntimeError as error:
    print(error)
thread.start()
thread.join()
thread.join()
try:
    thread.start()
except RuntimeError as error:
    print(error)
threading.Thread().run()
print("done")
