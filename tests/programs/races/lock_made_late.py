# threads: nondeterministic
"""A lock that is made when it is first needed may be made twice, and then keeps nobody out."""
import threading


class Counter:
    def __init__(self):
        self.count = 0

    def add(self):
        if not hasattr(self, "lock"):
            self.lock = threading.Lock()
        with self.lock:
            before = self.count
            self.count = before + 1


counter = Counter()
threads = [threading.Thread(target=counter.add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(counter.count)
