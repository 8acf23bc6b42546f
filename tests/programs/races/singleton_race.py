# threads: nondeterministic
"""Check, then make: two threads may both find nothing and make two instances."""

import threading
import time


class Settings:
    def __new__(cls):
        if not hasattr(cls, "only"):
            time.sleep(0.001)
            cls.only = super().__new__(cls)
        return cls.only


got = []
threads = [threading.Thread(target=lambda: got.append(Settings())) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("one" if got[0] is got[1] else "two", len(got))
