"""The Santa Claus problem with semaphores."""

from threading import Thread, Semaphore, Lock
import time
elves_c = reindeer_c = 0
santaSem, reindeerSem, elfTex, mutex = Semaphore(0), Semaphore(0), Semaphore(1), Semaphore(1)
helpSem = Semaphore(0)
log = []
def prepareSleigh(): log.append("prepareSleigh")
def helpElves(): log.append("helpElves")
def santa(n):
    global elves_c, reindeer_c
    for _ in range(n):
        santaSem.acquire()
        with mutex:
            if reindeer_c >= 9:
                prepareSleigh()
                for i in range(9): reindeerSem.release()
                reindeer_c -= 9
            elif elves_c == 3:
                helpElves(); helpSem.release(3)
def reindeer(i):
    global reindeer_c
    with mutex:
        reindeer_c += 1
        if reindeer_c == 9: santaSem.release()
    reindeerSem.acquire()
def elf(i):
    global elves_c
    elfTex.acquire()
    with mutex:
        elves_c += 1
        if elves_c == 3: santaSem.release()
        else: elfTex.release()
    helpSem.acquire()
    with mutex:
        elves_c -= 1
        if elves_c == 0: elfTex.release()
ts = [Thread(target=santa, args=(3,))] + [Thread(target=reindeer, args=(i,)) for i in range(9)] + [Thread(target=elf, args=(i,)) for i in range(6)]
for t in ts: t.start()
for t in ts: t.join()
print(sorted(log), elves_c, reindeer_c)
