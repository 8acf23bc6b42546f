# threads: nondeterministic
"""Who clears an event before waiting for it may clear what was just set."""
import threading

ready = threading.Event()
seen = []


def wait():
    ready.clear()
    seen.append(ready.wait(0.05))


threads = [threading.Thread(target=wait), threading.Thread(target=ready.set)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(seen)
