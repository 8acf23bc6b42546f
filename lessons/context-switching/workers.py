import sys
import threading
import time


def worker(n):
    for i in range(3):
        time.sleep(0.05)
        print(f"Worker thread id {n}; iteration {i}")


print(f"{sys.getswitchinterval()=}")
for n in range(3):
    thread = threading.Thread(target=worker, args=(n,))
    thread.start()
