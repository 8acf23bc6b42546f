# threads: nondeterministic
"""A reader of a dict that is copied and replaced sees all of it old or all of it new; two writers lose one's change."""
import threading

settings = {"a": 1}


def change(key):
    global settings
    new = dict(settings)
    new[key] = 2
    settings = new


threads = [threading.Thread(target=change, args=(key,)) for key in "ab"]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sorted(settings.items()))
