# threads: nondeterministic
"""The same by way of `with`."""

import threading
import time

door = threading.Lock()
opened = time.time()


def visit():
    me = threading.current_thread().ident
    print(f"{me} at the door")
    with door:
        print(f"in after {int((time.time() - opened) * 2) / 2} s")
        time.sleep(0.5)
        print(f"{me} leaves")


for _ in range(2):
    threading.Thread(target=visit).start()
