"""Full and Empty, at once or when the time is over; last in first out; what is seen of a queue."""

import queue

box = queue.Queue(2)
box.put(1)
box.put(2)
print(box.full(), box.qsize(), box.empty(), box.maxsize, box.unfinished_tasks, list(box.queue))
for attempt in (
    lambda: box.put(3, timeout=0.1),
    lambda: box.put_nowait(3),
    lambda: box.put(3, block=False),
    lambda: box.put(1, timeout=-1),
    lambda: [box.get(), box.get()] and box.get(timeout=0.1),
    lambda: box.get_nowait(),
    lambda: [box.task_done() for _ in range(3)],
    lambda: queue.SimpleQueue().get(timeout=0.1),
    lambda: queue.SimpleQueue().get_nowait(),
):
    try:
        print(attempt())
    except Exception as error:
        print(type(error), error)
stack = queue.LifoQueue()
for number in range(3):
    stack.put(number)
print(stack.get(), stack.get(), stack.get())
with box.mutex:
    box.queue.clear()
print(box.qsize())
