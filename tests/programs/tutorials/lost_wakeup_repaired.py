"""No lost wakeup: what is waited for is kept in a variable, too."""

import threading
import time

ready = threading.Condition()
prepared = False


def prepare():
    global prepared
    with ready:
        prepared = True
        ready.notify_all()


def wait_for_it(results):
    time.sleep(0.05)
    with ready:
        while not prepared:
            ready.wait()
        results.append("went on")


results = []
threads = [threading.Thread(target=wait_for_it, args=(results,)) for _ in range(3)]
threads.append(threading.Thread(target=prepare))
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(results)
