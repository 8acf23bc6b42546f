# threads: nondeterministic
"""Two threads and a Lock taken by hand, let go in a finally, with the time of entry."""

import threading
import time

door = threading.Lock()
opened = time.time()


def visit():
    me = threading.current_thread().ident
    print(f"{me} at the door")
    door.acquire()
    try:
        print(f"{me} in after {int((time.time() - opened) * 2) / 2} s")
        time.sleep(0.5)
    finally:
        print(f"{me} leaves")
        door.release()


one = threading.Thread(target=visit).start()
two = threading.Thread(target=visit).start()
print(one, two)
