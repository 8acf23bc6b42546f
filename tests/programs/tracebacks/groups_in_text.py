"""A group of exceptions as `traceback` writes it, and a task of asyncio's whose exception nobody asked for."""
import asyncio
import sys
import traceback


def fail(number):
    raise ValueError(f"number {number}")


def gather(count):
    errors = []
    for number in range(count):
        try:
            fail(number)
        except ValueError as error:
            error.add_note(f"in round {number}")
            errors.append(error)
    raise ExceptionGroup("rounds", errors)


try:
    gather(2)
except ExceptionGroup:
    traceback.print_exc(file=sys.stdout)

try:
    try:
        gather(1)
    except ExceptionGroup as group:
        raise RuntimeError("no rounds") from group
except RuntimeError as error:
    print(traceback.format_exc().count("+"), "".join(traceback.format_exception(error)) == traceback.format_exc())


async def forgotten():
    raise LookupError("nobody asks")


async def first(number):
    await asyncio.sleep(0.01 * number)
    raise ValueError(number)


async def main():
    asyncio.create_task(forgotten(), name="lost")
    await asyncio.sleep(0.01)
    try:
        await asyncio.gather(first(1), first(2))
    except ValueError as error:
        print("gathered", error)
    await asyncio.sleep(0.05)
    queue = asyncio.Queue(maxsize=2)
    queue.put_nowait("a")
    print(queue)


asyncio.run(main())
