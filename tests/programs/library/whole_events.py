"""An event bus: handlers by topic, subscribed by a decorator, called from several threads."""

import threading
from collections import Counter, defaultdict, namedtuple
from contextlib import suppress
from itertools import chain

Message = namedtuple("Message", "topic body")


class Bus:
    def __init__(self):
        self.handlers = defaultdict(list)
        self.lock = threading.Lock()
        self.sent = Counter()

    def on(self, *topics):
        def subscribe(handler):
            with self.lock:
                for topic in topics:
                    self.handlers[topic].append(handler)
            return handler

        return subscribe

    def publish(self, message):
        with self.lock:
            self.sent[message.topic] += 1
            handlers = list(chain(self.handlers[message.topic], self.handlers["*"]))
        for handler in handlers:
            with suppress(LookupError):
                handler(message)


bus = Bus()
log = []
totals = Counter()
guard = threading.Lock()


@bus.on("sale", "refund")
def count(message):
    with guard:
        totals[message.topic] += message.body


@bus.on("*")
def keep(message):
    log.append(message)


@bus.on("sale")
def fussy(message):
    raise KeyError(message)


def shop(number):
    bus.publish(Message("sale", 10 * number))
    bus.publish(Message("refund", number))
    bus.publish(Message(topic="news", body=None))


threads = [threading.Thread(target=shop, args=(number,)) for number in (1, 2, 3)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(totals, len(log), sorted(bus.sent.items()))
print(sorted(message.body for message in log if message.topic == "sale"))
print(totals - Counter(sale=50), totals.most_common(1), sorted(bus.handlers))
