"""The ABA problem: a compare-and-swap that is fooled, and one with a version that is not."""

import threading


class Cell:
    def __init__(self, value):
        self.value = value
        self.version = 0
        self._lock = threading.Lock()

    def swap(self, expected, new):
        with self._lock:
            if self.value != expected:
                return False
            self.value, self.version = new, self.version + 1
            return True

    def swap_versioned(self, expected, version, new):
        with self._lock:
            if (self.value, self.version) != (expected, version):
                return False
            self.value, self.version = new, self.version + 1
            return True


def attempt(versioned):
    cell = Cell("A")
    seen, changed = threading.Event(), threading.Event()
    result = []

    def slow():
        value, version = cell.value, cell.version
        seen.set()
        changed.wait()
        done = cell.swap_versioned(value, version, "C") if versioned else cell.swap(value, "C")
        result.append(done)

    def quick():
        seen.wait()
        cell.swap("A", "B")
        cell.swap("B", "A")
        changed.set()

    threads = [threading.Thread(target=slow), threading.Thread(target=quick)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    return result[0], cell.value, cell.version


print("plain:    ", attempt(versioned=False))
print("versioned:", attempt(versioned=True))
