"""Names from old programs still work, with a warning."""

import threading
import time

thread = threading.Thread(target=time.sleep, args=(0.1,))
thread.setName("old")
thread.setDaemon(False)
thread.start()
print(thread.getName(), thread.isDaemon(), threading.activeCount(), threading.currentThread().name)
thread.join()
event = threading.Event()
print(event.isSet())
condition = threading.Condition()
with condition:
    condition.notifyAll()
