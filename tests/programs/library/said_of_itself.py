"""What a program can ask about itself: its name, its functions' names, the signatures of its classes."""

import argparse
import asyncio
import functools
import inspect
import sys
from dataclasses import dataclass, field


@dataclass
class Order:
    item: str
    count: "int" = 1
    notes: list = field(default_factory=list)
    urgent: bool = field(default=False, kw_only=True)


class Shelf:
    def __init__(self, size: int) -> None:
        self.size = size


@functools.singledispatch
def shown(thing):
    return "something"


@shown.register
def _(thing: "int"):
    return "a number"


async def given_up():
    tasks = [asyncio.create_task(asyncio.sleep(seconds)) for seconds in (1, 2)]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    return await asyncio.gather(*tasks, return_exceptions=True)


print(sys.argv, argparse.ArgumentParser().prog)
print(inspect.signature(Order), Order.__init__.__annotations__)
print(inspect.signature(Shelf), shown(1), shown("1"))
print(shown.__globals__ is globals(), Shelf.__init__.__globals__["__name__"])
print(asyncio.run(given_up()))
