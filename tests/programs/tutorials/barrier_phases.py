"""Runners start each lap together; the last one to come calls the next."""

import threading

laps = []


def next_lap():
    laps.append(len(laps) + 1)


barrier = threading.Barrier(3, action=next_lap)
records = {name: [] for name in ("Mo", "Jo", "Bo")}


def run(name):
    for _ in range(3):
        barrier.wait()
        records[name].append(len(laps))
        barrier.wait()


threads = [threading.Thread(target=run, args=(name,)) for name in records]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(laps)
print(records)

broken = threading.Barrier(2)
try:
    broken.wait(timeout=0.05)
except threading.BrokenBarrierError:
    print("nobody came:", broken.broken, broken.n_waiting, broken.parties)
