"""The dining savages and their cook (The Little Book of Semaphores)."""

import threading, random
class Pot:
    def __init__(self, m):
        self.m, self.servings = m, 0
        self.mutex = threading.Semaphore(1); self.empty = threading.Semaphore(0); self.full = threading.Semaphore(0)
pot = Pot(4); meals = [0] * 3; refills = 0; done = False
def cook():
    global refills
    while True:
        pot.empty.acquire()
        if done: break
        pot.servings = pot.m; refills += 1
        pot.full.release()
def savage(i):
    for _ in range(6):
        with pot.mutex:
            if pot.servings == 0:
                pot.empty.release(); pot.full.acquire()
            pot.servings -= 1
            meals[i] += 1
ck = threading.Thread(target=cook); ck.start()
ss = [threading.Thread(target=savage, args=(i,)) for i in range(3)]
for s in ss: s.start()
for s in ss: s.join()
done = True; pot.empty.release(); ck.join()
print(meals, refills, pot.servings)
