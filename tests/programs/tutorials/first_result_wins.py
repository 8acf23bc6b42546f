# threads: nondeterministic
"""Two mirrors are asked at the same time: whoever answers first is taken."""

import queue
import threading
import time

answers = queue.Queue()


def ask(mirror):
    time.sleep(0.01)
    answers.put(mirror)


for mirror in ("north", "south"):
    threading.Thread(target=ask, args=(mirror,), daemon=True).start()
print("the first answer is from", answers.get(timeout=5))
print("the other from", answers.get(timeout=5))
