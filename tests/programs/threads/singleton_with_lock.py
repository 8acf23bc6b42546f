"""Double-checked locking: one instance, whatever the threads do."""

import threading


class Settings:
    only = None
    guard = threading.Lock()
    made = 0

    def __new__(cls):
        if cls.only is None:
            with cls.guard:
                if cls.only is None:
                    cls.made += 1
                    cls.only = super().__new__(cls)
        return cls.only


got = []
threads = [threading.Thread(target=lambda: got.append(Settings())) for _ in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(got), len({id(one) for one in got}), Settings.made)
