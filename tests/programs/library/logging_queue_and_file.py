"""Records that go through a queue to a thread that writes them, and records in a file."""
import logging
import logging.handlers
import os
import queue
import sys
import threading

records = queue.Queue()
listener = logging.handlers.QueueListener(records, logging.StreamHandler(sys.stdout))
logger = logging.getLogger("shop")
logger.setLevel(logging.INFO)
logger.addHandler(logging.handlers.QueueHandler(records))
listener.start()


def sell(what):
    logger.info("sold %s in %s", what, threading.current_thread().name)


for number, what in enumerate(["tea", "milk"]):
    thread = threading.Thread(target=sell, args=(what,), name=f"seller-{number}")
    thread.start()
    thread.join()
listener.stop()

handler = logging.FileHandler("shop.tmp", mode="w")
handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
logger.addHandler(handler)
logger.warning("closing")
handler.close()
logger.removeHandler(handler)
with open("shop.tmp") as file:
    print(file.read(), end="")
os.remove("shop.tmp")

memory = logging.handlers.MemoryHandler(10, flushLevel=logging.ERROR, target=logging.StreamHandler(sys.stdout))
other = logging.getLogger("other")
other.addHandler(memory)
other.warning("kept")
print("nothing yet")
other.error("now")
adapter = logging.LoggerAdapter(logging.getLogger("other"), {"user": "ann"})
print(adapter.isEnabledFor(logging.INFO), adapter.name)
