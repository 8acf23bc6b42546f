"""Ping and pong take turns with two semaphores."""

import threading

ping_turn, pong_turn = threading.Semaphore(1), threading.Semaphore(0)


def player(word, mine, theirs, rounds):
    for round in range(1, rounds + 1):
        with_lock = mine.acquire()
        assert with_lock
        print(f"{word} {round}", end=", " if word == "ping" else "\n")
        theirs.release()


ping = threading.Thread(target=player, args=("ping", ping_turn, pong_turn, 4))
pong = threading.Thread(target=player, args=("pong", pong_turn, ping_turn, 4))
pong.start()
ping.start()
ping.join()
pong.join()
