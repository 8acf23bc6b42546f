"""A semaphore made of a condition lets one in at a time."""
import threading


class Semaphore:
    def __init__(self, value):
        self.value = value
        self.changed = threading.Condition()

    def acquire(self):
        with self.changed:
            while self.value == 0:
                self.changed.wait()
            self.value -= 1

    def release(self):
        with self.changed:
            self.value += 1
            self.changed.notify()


semaphore = Semaphore(1)
count = 0


def work():
    global count
    semaphore.acquire()
    before = count
    count = before + 1
    semaphore.release()


threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(count, semaphore.value)
