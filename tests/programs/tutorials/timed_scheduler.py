"""A scheduler thread on a heap and a condition, with repeated jobs."""

import heapq, itertools, threading, time
class Scheduler:
    def __init__(self):
        self._heap = []; self._counter = itertools.count()
        self._cv = threading.Condition(); self._stopped = False
        self._t = threading.Thread(target=self._run, daemon=True); self._t.start()
    def at(self, delay, fn, *args, repeat=None):
        with self._cv:
            heapq.heappush(self._heap, (time.monotonic() + delay, next(self._counter), fn, args, repeat))
            self._cv.notify()
    def _run(self):
        while True:
            with self._cv:
                while not self._stopped:
                    if not self._heap: self._cv.wait(); continue
                    delay = self._heap[0][0] - time.monotonic()
                    if delay <= 0: break
                    self._cv.wait(timeout=delay)
                if self._stopped: return
                when, _, fn, args, repeat = heapq.heappop(self._heap)
            fn(*args)
            if repeat: self.at(repeat, fn, *args, repeat=repeat)
    def stop(self):
        with self._cv: self._stopped = True; self._cv.notify_all()
        self._t.join()
log = []
s = Scheduler()
s.at(0.3, log.append, "third"); s.at(0.1, log.append, "first"); s.at(0.2, log.append, "second")
s.at(0.05, log.append, "tick", repeat=0.2)
time.sleep(0.4)
s.stop()
print(log)
