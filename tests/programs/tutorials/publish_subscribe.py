"""Subscribers get every message that is published after they came."""

import threading
from collections import defaultdict
from queue import SimpleQueue


class Broker:
    def __init__(self):
        self._topics = defaultdict(list)
        self._lock = threading.Lock()

    def subscribe(self, topic):
        inbox = SimpleQueue()
        with self._lock:
            self._topics[topic].append(inbox)
        return inbox

    def publish(self, topic, message):
        with self._lock:
            inboxes = list(self._topics[topic])
        for inbox in inboxes:
            inbox.put(message)
        return len(inboxes)


broker = Broker()
received = {}


def listen(name, inbox):
    received[name] = list(iter(inbox.get, None))


listeners = []
for name, topic in (("ann", "news"), ("bob", "news"), ("eve", "sport")):
    listeners.append(threading.Thread(target=listen, args=(name, broker.subscribe(topic))))
    listeners[-1].start()
print(broker.publish("news", "rain"), broker.publish("sport", "2:1"), broker.publish("art", "?"))
broker.publish("news", "sun")
for topic in ("news", "sport"):
    broker.publish(topic, None)
for listener in listeners:
    listener.join()
for name in sorted(received):
    print(name, received[name])
