"""A singleton that looks twice: once without the lock, once with it."""

import threading


class Settings:
    _instance = None
    _lock = threading.Lock()
    made = 0

    def __new__(cls, *args, **kwargs):
        if cls._instance is None:
            with cls._lock:
                if cls._instance is None:
                    instance = super().__new__(cls)
                    instance.values = {"theme": "dark"}
                    cls.made += 1
                    cls._instance = instance
        return cls._instance

    def __getitem__(self, key):
        return self.values[key]


found = []


def ask():
    found.append(Settings())


threads = [threading.Thread(target=ask) for _ in range(6)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(len(found), "asked,", len({id(one) for one in found}), "object,", Settings.made, "made")
print(found[0]["theme"], Settings() is found[0])
