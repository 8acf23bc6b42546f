"""A pipeline of stages, each a thread with a queue in front of it."""

from queue import Queue
from threading import Thread

STOP = None


class Stage(Thread):
    def __init__(self, function, name):
        super().__init__(name=name, daemon=True)
        self.function = function
        self.inbox = Queue(maxsize=2)
        self.next = None
        self.handled = 0

    def run(self):
        while (item := self.inbox.get()) is not STOP:
            self.handled += 1
            for result in self.function(item):
                if self.next:
                    self.next.inbox.put(result)
        if self.next:
            self.next.inbox.put(STOP)


def split(line):
    yield from line.split()


def clean(word):
    word = word.strip(".,!").lower()
    if len(word) > 2:
        yield word


counts = {}


def count(word):
    counts[word] = counts.get(word, 0) + 1
    return ()


stages = [Stage(split, "split"), Stage(clean, "clean"), Stage(count, "count")]
for stage, following in zip(stages, stages[1:]):
    stage.next = following
for stage in stages:
    stage.start()
for line in ["The lock is held, the lock is free.", "A lock in the dark!", "Who holds the lock?"]:
    stages[0].inbox.put(line)
stages[0].inbox.put(STOP)
for stage in stages:
    stage.join()
for word, number in sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])):
    print(f"{word:>6} {'*' * number}")
print({stage.name: stage.handled for stage in stages})
