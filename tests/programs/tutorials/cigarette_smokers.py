"""Cigarette smokers: the agent puts two things on the table, and who has the third may smoke."""

import threading

THINGS = ("tobacco", "paper", "matches")
table = threading.Semaphore(0)
turn = {thing: threading.Semaphore(0) for thing in THINGS}
smoked = {thing: 0 for thing in THINGS}
log = []


def agent(rounds):
    for number in range(rounds):
        has = THINGS[number % 3]
        offered = [thing for thing in THINGS if thing != has]
        log.append(f"agent offers {offered[0]} and {offered[1]}")
        turn[has].release()
        table.acquire()
    for thing in THINGS:
        turn[thing].release()


def smoker(has, rounds):
    for _ in range(rounds // 3):
        turn[has].acquire()
        smoked[has] += 1
        log.append(f"smoker with {has} smokes")
        table.release()
    turn[has].acquire()


threads = [threading.Thread(target=smoker, args=(thing, 6)) for thing in THINGS]
threads.append(threading.Thread(target=agent, args=(6,)))
for t in threads:
    t.start()
for t in threads:
    t.join()
print(*log, sep="\n")
print(smoked)
