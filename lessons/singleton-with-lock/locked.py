import threading


class Settings:
    instance = None
    lock = threading.Lock()

    def __new__(cls):
        if cls.instance is None:
            with cls.lock:
                if cls.instance is None:
                    cls.instance = super().__new__(cls)
        return cls.instance


def use_settings(place):
    found[place] = Settings()


found = [None, None]
threads = [
    threading.Thread(target=use_settings, args=(place,))
    for place in range(2)
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print("the same:", found[0] is found[1])
