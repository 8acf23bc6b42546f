"""What coroutines share: queues, locks, semaphores, events, conditions, barriers."""
import asyncio


async def produce(queue, count):
    for number in range(count):
        await asyncio.sleep(0.01)
        await queue.put(number)
        print("put", number)
    await queue.put(None)


async def consume(queue):
    while (number := await queue.get()) is not None:
        print("got", number)
        queue.task_done()
    queue.task_done()


async def use(lock, name):
    async with lock:
        print("in", name)
        await asyncio.sleep(0.01)
        print("out", name)


async def lose_update(counter):
    before = counter["value"]
    await asyncio.sleep(0)
    counter["value"] = before + 1


async def main():
    queue = asyncio.Queue(maxsize=2)
    await asyncio.gather(produce(queue, 4), consume(queue))
    await queue.join()
    print(queue.empty(), queue.qsize(), queue.maxsize)
    lock = asyncio.Lock()
    await asyncio.gather(*[use(lock, number) for number in range(3)])
    counter = {"value": 0}
    await asyncio.gather(*[lose_update(counter) for _ in range(5)])
    print("five times one is", counter["value"])
    semaphore = asyncio.Semaphore(2)
    await asyncio.gather(*[use(semaphore, number) for number in "ab"])
    event = asyncio.Event()

    async def waiter():
        print("waits")
        await event.wait()
        print("goes on")

    task = asyncio.create_task(waiter())
    await asyncio.sleep(0.01)
    event.set()
    await task
    condition = asyncio.Condition()
    ready = []

    async def until_ready():
        async with condition:
            await condition.wait_for(lambda: ready)
            print("ready", ready)

    task = asyncio.create_task(until_ready())
    await asyncio.sleep(0.01)
    async with condition:
        ready.append(1)
        condition.notify_all()
    await task
    barrier = asyncio.Barrier(3)

    async def meet():
        await barrier.wait()
        print("past the barrier")

    await asyncio.gather(meet(), meet(), meet())
    priorities = asyncio.PriorityQueue()
    for item in (3, 1, 2):
        priorities.put_nowait(item)
    print([priorities.get_nowait() for _ in range(3)])
    try:
        priorities.get_nowait()
    except asyncio.QueueEmpty:
        print("empty")


asyncio.run(main())
