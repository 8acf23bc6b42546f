"""The same with a lock and a second look: always one."""

import threading


class Only:
    _kept = None
    _lock = threading.Lock()

    def __new__(cls):
        if cls._kept is None:
            with cls._lock:
                if cls._kept is None:
                    cls._kept = super().__new__(cls)
        return cls._kept


made = []
threads = [threading.Thread(target=lambda: made.append(Only())) for _ in range(3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(made[0] is made[1] is made[2])
