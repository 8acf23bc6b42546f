"""Queues and futures in annotations, with the type of what they hold."""

import queue
from concurrent.futures import Future
from queue import Queue

numbers: queue.Queue[int] = queue.Queue()
jobs: queue.PriorityQueue[tuple[int, str]] = queue.PriorityQueue()


def drain(source: Queue[str | None], result: Future[int]) -> None:
    result.set_result(source.qsize())


class Mailbox(Queue[str]):
    def send(self, *letters):
        for letter in letters:
            self.put(letter)


mailbox = Mailbox()
mailbox.send("a", "b")
answer: Future[int] = Future()
drain(mailbox, answer)
print(answer.result(), Queue[int], Future[int])
print(queue.LifoQueue[int]().empty(), queue.SimpleQueue[str]().empty())
