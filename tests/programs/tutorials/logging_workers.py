"""Workers that log: the format has the thread's name."""

import logging
import sys
import threading
import time

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="[%(levelname)s] (%(threadName)s) %(message)s")


def worker(number):
    logging.info("starting")
    time.sleep(0.1 * number)
    logging.debug("not shown")
    if number == 2:
        logging.warning("number %d is slow", number)
    logging.info("done")


def main():
    logging.info("before creating threads")
    threads = []
    for number in range(1, 4):
        thread = threading.Thread(target=worker, args=(number,), name=f"Worker-{number}")
        threads.append(thread)
        thread.start()
        time.sleep(0.01)
    for thread in threads:
        thread.join()
    logging.info("all done")


if __name__ == "__main__":
    main()
