import threading
from functools import cached_property

read = []
lock = threading.Lock()


class Report:
    @cached_property
    def pages(self):
        read.append("report.pdf")
        return 12


def show():
    with lock:
        report.pages


report = Report()
threads = [threading.Thread(target=show) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()

print("files read:", len(read))
