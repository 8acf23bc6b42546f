"""Livelock: two polite people give way to each other, until one of them stops being so polite."""

import threading


class Corridor:
    def __init__(self):
        self.step = threading.Barrier(2)
        self.sides = {}
        self.log = []

    def walk(self, name, side, patience):
        for attempt in range(1, 10):
            self.sides[name] = side
            self.step.wait()
            met = len(set(self.sides.values())) == 1
            self.step.wait()
            if not met:
                self.log.append((name, attempt, side))
                return
            if attempt < patience:
                side = "left" if side == "right" else "right"


corridor = Corridor()
people = [
    threading.Thread(target=corridor.walk, args=("Ann", "left", 3)),
    threading.Thread(target=corridor.walk, args=("Bob", "left", 10)),
]
for person in people:
    person.start()
for person in people:
    person.join()
for name, attempts, side in sorted(corridor.log):
    print(f"{name} passed on the {side} after {attempts} attempts")
