# threads: nondeterministic
"""The same on two threads: both may find nothing, and then there are two."""

import threading


class Only:
    def __new__(cls):
        if not hasattr(cls, "kept"):
            cls.kept = super(Only, cls).__new__(cls)
        return cls.kept


made = []


def make():
    made.append(Only())


pair = [threading.Thread(target=make), threading.Thread(target=make)]
for thread in pair:
    thread.start()
for thread in pair:
    thread.join()
print("same" if made[0] is made[1] else "different")
