"""Two threads take turns: each waits for a lock that the other releases."""

import threading

ping, pong = threading.Lock(), threading.Lock()
pong.acquire()


def player(word, mine, theirs):
    for n in range(3):
        mine.acquire()
        print(word, n)
        theirs.release()


threads = [
    threading.Thread(target=player, args=("ping", ping, pong)),
    threading.Thread(target=player, args=("pong", pong, ping)),
]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
