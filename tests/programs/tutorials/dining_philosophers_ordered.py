"""Dining philosophers who take the fork with the smaller number first: no deadlock."""

import threading


class Philosopher(threading.Thread):
    def __init__(self, name, left, right, log, log_lock):
        super().__init__(name=name)
        self.first, self.second = sorted((left, right), key=lambda fork: fork[0])
        self.log = log
        self.log_lock = log_lock
        self.meals = 0

    def run(self):
        for _ in range(3):
            with self.first[1]:
                with self.second[1]:
                    self.eat()

    def eat(self):
        self.meals += 1
        with self.log_lock:
            self.log.append(self.name)


names = ["Aristotle", "Hypatia", "Confucius", "Simone", "Ibn Rushd"]
forks = [(number, threading.Lock()) for number in range(len(names))]
log, log_lock = [], threading.Lock()
table = [
    Philosopher(name, forks[i], forks[(i + 1) % len(forks)], log, log_lock) for i, name in enumerate(names)
]
for philosopher in table:
    philosopher.start()
for philosopher in table:
    philosopher.join()
for philosopher in table:
    print(f"{philosopher.name:<10} ate {philosopher.meals} times")
print(len(log), "meals in all")
