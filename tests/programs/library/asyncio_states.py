"""What queues, events and futures of asyncio say of themselves; timers that are due within a millisecond come together."""

import asyncio
import re


def shown(thing):
    return re.sub("0x[0-9a-f]+", "0x", repr(thing))


async def nap(result):
    await asyncio.sleep(0.01)
    return result


async def fails():
    await asyncio.sleep(0.01)
    raise ValueError("failed")


async def main():
    queue = asyncio.Queue(2)
    print(shown(queue), queue)
    queue.put_nowait("a")
    print(shown(queue))
    event = asyncio.Event()
    print(shown(event))
    event.set()
    print(shown(event))
    future = asyncio.get_running_loop().create_future()
    for ask in (future.result, future.exception):
        try:
            ask()
        except asyncio.InvalidStateError as error:
            print(type(error).__module__, error)
    future.set_result(1)
    try:
        future.set_result(2)
    except asyncio.InvalidStateError as error:
        print(error)
    print(asyncio.CancelledError.__module__, asyncio.QueueFull.__module__)
    done, pending = await asyncio.wait(
        [asyncio.create_task(nap(number)) for number in range(3)], return_when=asyncio.FIRST_COMPLETED
    )
    print(len(done), len(pending))
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
            group.create_task(fails())
    except* ValueError as errors:
        print(errors)


async def forgotten():
    return 1


asyncio.run(main())
forgotten()
