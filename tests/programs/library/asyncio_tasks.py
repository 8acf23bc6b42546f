"""Coroutines under an event loop: tasks, gathering, waiting, cancelling, timeouts, groups."""
import asyncio
from contextlib import asynccontextmanager


async def fetch(name, delay):
    print("begin", name)
    await asyncio.sleep(delay)
    print("end", name)
    return name.upper()


async def patient():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError as error:
        print("cancelled:", error)
        raise


async def broken():
    raise ValueError("broken")


@asynccontextmanager
async def session(name):
    print("open", name)
    try:
        yield name
    finally:
        await asyncio.sleep(0)
        print("close", name)


async def main():
    print(await asyncio.gather(fetch("a", 0.3), fetch("b", 0.1), fetch("c", 0.2)))
    task = asyncio.create_task(fetch("d", 0.1), name="the d")
    print(task.get_name(), task.done())
    print(await task, task.done(), task.result())
    task = asyncio.create_task(patient())
    await asyncio.sleep(0)
    task.cancel("no more time")
    try:
        await task
    except asyncio.CancelledError:
        print("main was told", task.cancelled())
    for wait in (lambda: asyncio.wait_for(asyncio.sleep(5), timeout=0.1), within):
        try:
            await wait()
        except TimeoutError as error:
            print("too late", repr(error))
    done, pending = await asyncio.wait(
        [asyncio.create_task(fetch("x", 0.1)), asyncio.create_task(fetch("y", 0.5))],
        return_when=asyncio.FIRST_COMPLETED,
    )
    print(len(done), len(pending))
    for task in pending:
        task.cancel()
    print(await asyncio.gather(broken(), fetch("z", 0), return_exceptions=True))
    async with asyncio.TaskGroup() as group:
        first = group.create_task(fetch("one", 0.02))
        second = group.create_task(fetch("two", 0.01))
    print(first.result(), second.result())
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(broken())
            group.create_task(patient())
    except* ValueError as errors:
        print(errors, errors.exceptions)
    async with session("db") as name:
        print("use", name)
    future = asyncio.get_running_loop().create_future()
    asyncio.get_running_loop().call_later(0.01, future.set_result, 42)
    print(await future, await asyncio.shield(fetch("kept", 0.01)))
    print(asyncio.current_task().get_name(), len(asyncio.all_tasks()), asyncio.iscoroutinefunction(fetch))
    return "done"


async def within():
    async with asyncio.timeout(0.1):
        await asyncio.sleep(3)


print(asyncio.run(main()))
try:
    asyncio.get_running_loop()
except RuntimeError as error:
    print(error)
