"""The unisex bathroom: light switches, a turnstile and multiplexes."""

import threading, time
class Lightswitch:
    def __init__(self): self.counter = 0; self.mutex = threading.Lock()
    def lock(self, sem):
        with self.mutex:
            self.counter += 1
            if self.counter == 1: sem.acquire()
    def unlock(self, sem):
        with self.mutex:
            self.counter -= 1
            if self.counter == 0: sem.release()
empty = threading.Semaphore(1); turnstile = threading.Lock()
multiplex = {"m": threading.Semaphore(3), "f": threading.Semaphore(3)}
switch = {"m": Lightswitch(), "f": Lightswitch()}
inside = {"m": 0, "f": 0}; bad = 0; g = threading.Lock(); peak = 0
def person(kind):
    global bad, peak
    with turnstile: switch[kind].lock(empty)
    with multiplex[kind]:
        with g:
            inside[kind] += 1
            if inside["m"] and inside["f"]: bad += 1
            peak = max(peak, inside[kind])
        time.sleep(0.01)
        with g: inside[kind] -= 1
    switch[kind].unlock(empty)
ts = [threading.Thread(target=person, args=(k,)) for k in "mfmmffmffm"]
for t in ts: t.start()
for t in ts: t.join()
print("violations:", bad, "peak<=3:", peak <= 3, inside)
