"""Events run at their time, and those of one time by their priority."""

import sched
import time

start = time.monotonic()
scheduler = sched.scheduler(time.monotonic, time.sleep)


def note(what):
    print(f"{time.monotonic() - start:.1f}", what)


scheduler.enter(2, 1, note, ("second",))
scheduler.enter(1, 2, note, ("first, less urgent",))
scheduler.enter(1, 1, note, kwargs={"what": "first"})
never = scheduler.enter(1.5, 1, note, ("never",))
scheduler.cancel(never)
print(len(scheduler.queue), scheduler.empty())
scheduler.run()
print(scheduler.empty())
