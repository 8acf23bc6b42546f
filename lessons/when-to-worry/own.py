import threading


class Counter(threading.Thread):
    total = 0

    def run(self):
        for _ in range(3):
            self.total += 1


threads = [Counter(), Counter()]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

total = sum(thread.total for thread in threads)
print("counted:", total)
