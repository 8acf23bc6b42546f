"""An event loop and threads: blocking work in a pool, and work that another thread hands to the loop."""
import asyncio
import threading
import time


def blocking(number):
    time.sleep(0.05 * number)
    return number, threading.current_thread() is threading.main_thread()


async def work(name):
    await asyncio.sleep(0.1)
    print(name, threading.current_thread().name)
    return name * 2


async def main():
    print(await asyncio.to_thread(blocking, 1))
    loop = asyncio.get_running_loop()
    print(await asyncio.gather(*[loop.run_in_executor(None, blocking, number) for number in (3, 2, 1)]))
    ticks = 0
    slow = asyncio.create_task(asyncio.to_thread(time.sleep, 0.2))
    while not slow.done():
        await asyncio.sleep(0.05)
        ticks += 1
    print("the loop went on meanwhile:", ticks >= 2)


asyncio.run(main())
loop = asyncio.new_event_loop()
thread = threading.Thread(target=loop.run_forever, name="loop")
thread.start()
future = asyncio.run_coroutine_threadsafe(work("ab"), loop)
print(future.result())
loop.call_soon_threadsafe(loop.stop)
thread.join()
loop.close()
print(loop.is_closed())
