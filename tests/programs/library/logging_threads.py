"""Each line of the log names its thread, and no line is torn."""

import logging
import threading
import time

logging.basicConfig(level=logging.INFO, format="[%(threadName)s] %(message)s")


def work(delay):
    logging.info("waits %.1f s", delay)
    time.sleep(delay)
    logging.info("done")


threads = []
for number in range(3):
    threads.append(threading.Thread(target=work, args=(0.7 - number / 5,), name=f"worker-{number}"))
    threads[-1].start()
    time.sleep(0.1)
for thread in threads:
    thread.join()
logging.info("all done")
