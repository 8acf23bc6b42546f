"""Two threads take turns by a condition, and wait_for says whether its time was over."""

import threading

condition = threading.Condition()
turn = "ping"
said = []


def play(mine, other):
    global turn
    for _ in range(3):
        with condition:
            condition.wait_for(lambda: turn == mine)
            said.append(mine)
            turn = other
            condition.notify_all()


players = [threading.Thread(target=play, args=pair) for pair in (("ping", "pong"), ("pong", "ping"))]
for player in players:
    player.start()
for player in players:
    player.join()
print(said)
with condition:
    print(condition.wait_for(lambda: False, timeout=0.1), condition.wait(timeout=0.1), condition.wait_for(lambda: 7))
