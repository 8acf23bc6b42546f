# threads: nondeterministic
"""Whoever comes to a barrier before it is broken, or after, is told; if it was reset in between, nobody is."""
import threading

barrier = threading.Barrier(2)
said = []


def come():
    try:
        barrier.wait(0.05)
        said.append("in")
    except threading.BrokenBarrierError:
        said.append("broken")


threads = [threading.Thread(target=come), threading.Thread(target=barrier.reset)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(said, barrier.broken)
