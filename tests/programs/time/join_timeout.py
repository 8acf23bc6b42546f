"""join with a timeout gives up waiting; the thread goes on."""

import threading
import time


def slow():
    time.sleep(0.5)
    print("slow is done")


thread = threading.Thread(target=slow)
thread.start()
thread.join(0.1)
print("waited a bit:", thread.is_alive())
thread.join()
print("waited it out:", thread.is_alive())
