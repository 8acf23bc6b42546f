"""An elevator thread serves requests for floors, nearest first."""

import threading


class Elevator:
    def __init__(self):
        self.floor = 0
        self.requests = set()
        self.condition = threading.Condition()
        self.stopped = False
        self.path = []

    def call(self, *floors):
        with self.condition:
            self.requests.update(floors)
            self.condition.notify()

    def stop(self):
        with self.condition:
            self.stopped = True
            self.condition.notify()

    def run(self):
        while True:
            with self.condition:
                self.condition.wait_for(lambda: self.requests or self.stopped)
                if not self.requests:
                    return
                target = min(self.requests, key=lambda floor: (abs(floor - self.floor), floor))
                self.requests.discard(target)
            self.floor = target
            self.path.append(target)


elevator = Elevator()
elevator.call(5, 2, 9, 3)
car = threading.Thread(target=elevator.run)
car.start()
elevator.stop()
car.join()
print("stops:", elevator.path)
print("now at", elevator.floor)
