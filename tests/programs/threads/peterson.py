"""Peterson's algorithm: two threads keep each other out without a lock."""
import threading

wants = [False, False]
turn = 0
count = 0


def work(me):
    global turn, count
    wants[me] = True
    turn = 1 - me
    while wants[1 - me] and turn == 1 - me:
        pass
    before = count
    count = before + 1
    wants[me] = False


threads = [threading.Thread(target=work, args=(me,)) for me in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(count)
