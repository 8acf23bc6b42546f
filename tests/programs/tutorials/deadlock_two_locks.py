# ends: deadlock
"""Two threads take two locks in opposite order, and each waits for the other."""

import threading
import time

printer = threading.Lock()
scanner = threading.Lock()


def copy():
    with scanner:
        print("copy has the scanner")
        time.sleep(0.2)
        with printer:
            print("copy has both")


def report():
    time.sleep(0.1)
    with printer:
        print("report has the printer")
        time.sleep(0.2)
        with scanner:
            print("report has both")


jobs = [threading.Thread(target=copy), threading.Thread(target=report)]
for job in jobs:
    job.start()
for job in jobs:
    job.join()
print("finished")
