"""The cigarette smokers, with pushers between the agent and them."""

import threading, random
random.seed(1)
class Table:
    def __init__(self):
        self.agent = threading.Semaphore(1)
        self.sems = {k: threading.Semaphore(0) for k in ("tobacco", "paper", "match")}
        self.smoke = {k: threading.Semaphore(0) for k in self.sems}
        self.mutex = threading.Lock(); self.on = dict.fromkeys(self.sems, False); self.stop = False
tb = Table(); counts = dict.fromkeys(tb.sems, 0)
def agent(n):
    for _ in range(n):
        tb.agent.acquire()
        for k in random.sample(sorted(tb.sems), 2): tb.sems[k].release()
    tb.agent.acquire(); tb.stop = True
    for s in (*tb.sems.values(), *tb.smoke.values()): s.release()
def pusher(mine):
    others = [k for k in tb.sems if k != mine]
    while True:
        tb.sems[mine].acquire()
        if tb.stop: return
        with tb.mutex:
            for a, b in (others, others[::-1]):
                if tb.on[a]: tb.on[a] = False; tb.smoke[b].release(); break
            else: tb.on[mine] = True
def smoker(mine):
    while True:
        tb.smoke[mine].acquire()
        if tb.stop: return
        counts[mine] += 1; tb.agent.release()
ts = [threading.Thread(target=agent, args=(8,))] + [threading.Thread(target=f, args=(k,)) for k in tb.sems for f in (pusher, smoker)]
for t in ts: t.start()
for t in ts: t.join()
print(counts, sum(counts.values()))
