import sys
import threading
import time


def worker(number):
    for i in range(3):
        time.sleep(0.05)
        print(f"Worker thread id {number}; iteration {i}")


print(f"{sys.getswitchinterval()=}")
for number in range(3):
    threading.Thread(target=worker, args=(number,)).start()
