import threading as _threading
import time as _time
from time import monotonic as _monotonic


class Event:
    def __init__(self, time, priority, sequence, action, argument, kwargs):
        self.time = time
        self.priority = priority
        self.sequence = sequence
        self.action = action
        self.argument = argument
        self.kwargs = kwargs

    def __lt__(self, other):
        return (self.time, self.priority, self.sequence) < (other.time, other.priority, other.sequence)

    def __repr__(self):
        fields = ", ".join([f"{name}={value!r}" for name, value in self.__dict__.items()])
        return f"Event({fields})"


class scheduler:
    def __init__(self, timefunc=_monotonic, delayfunc=_time.sleep):
        self._events = []
        self._lock = _threading.RLock()
        self._count = 0
        self.timefunc = timefunc
        self.delayfunc = delayfunc

    def enterabs(self, time, priority, action, argument=(), kwargs=None):
        with self._lock:
            event = Event(time, priority, self._count, action, argument, kwargs or {})
            self._count += 1
            self._events.append(event)
            self._events.sort()
        return event

    def enter(self, delay, priority, action, argument=(), kwargs=None):
        return self.enterabs(self.timefunc() + delay, priority, action, argument, kwargs)

    def cancel(self, event):
        with self._lock:
            self._events.remove(event)

    def empty(self):
        with self._lock:
            return not self._events

    @property
    def queue(self):
        with self._lock:
            return self._events[:]

    def run(self, blocking=True):
        while True:
            with self._lock:
                if not self._events:
                    break
                event = self._events[0]
                now = self.timefunc()
                late = event.time > now
                if not late:
                    self._events.pop(0)
            if late:
                if not blocking:
                    return event.time - now
                self.delayfunc(event.time - now)
            else:
                event.action(*event.argument, **event.kwargs)
                self.delayfunc(0)
