# threads: nondeterministic
"""Two threads delete one attribute: only one of them finds it."""
import threading


class Job:
    pass


job = Job()
job.ticket = 7
said = []


def take(name):
    try:
        del job.ticket
        said.append(name + " took it")
    except AttributeError:
        said.append(name + " came late")


threads = [threading.Thread(target=take, args=(name,)) for name in ("one", "two")]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(said)
