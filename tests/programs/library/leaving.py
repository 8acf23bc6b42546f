"""`exit` and `quit`, which every program has, and a status of its own; what a log says of tasks."""
import asyncio
import logging
import sys

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)s %(threadName)s %(taskName)s %(message)s")


async def work():
    logging.info("in %s", asyncio.current_task().get_name())


asyncio.run(work())
logging.info("outside")
for leave in (exit, quit, sys.exit):
    try:
        leave(3)
    except SystemExit as error:
        print(error.code, end=" ")
print(exit, repr(quit), type(exit).__name__)
quit(1)
