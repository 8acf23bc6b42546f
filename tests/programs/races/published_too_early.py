# threads: nondeterministic
"""Double-checked locking that shows an object before it is ready."""
import threading


class Settings:
    pass


settings = None
lock = threading.Lock()
seen = []


def get():
    global settings
    if settings is None:
        with lock:
            if settings is None:
                settings = Settings()
                settings.port = 80
    seen.append(getattr(settings, "port", "not yet"))


threads = [threading.Thread(target=get) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(map(str, seen)))
