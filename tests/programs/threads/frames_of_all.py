"""Where every thread is: `sys._current_frames` and what `traceback` makes of a frame."""
import sys
import threading
import time
import traceback


def hold(lock, ready):
    kept = "a variable"
    ready.set()
    wait_for(lock)
    return kept


def wait_for(lock):
    lock.acquire()
    lock.release()


lock = threading.Lock()
lock.acquire()
ready = threading.Event()
thread = threading.Thread(target=hold, args=(lock, ready), name="holder")
thread.start()
ready.wait()
time.sleep(0.1)

names = {thread.ident: thread.name for thread in threading.enumerate()}
for ident, frame in sorted(sys._current_frames().items(), key=lambda item: names[item[0]]):
    print(names[ident])
    for entry in traceback.extract_stack(frame):
        if entry.filename == __file__:
            print("   ", entry.name, entry.lineno, entry.line)
frame = sys._current_frames()[thread.ident]
print(frame.f_code.co_name, sorted(frame.f_locals), frame.f_back.f_locals["kept"])
print([line for line in "".join(traceback.format_stack(frame)).splitlines() if "lock" in line and "File" not in line])
lock.release()
thread.join()
print(thread.ident in sys._current_frames(), list(sys._current_frames()) == [threading.get_ident()])


class Open:
    shape = "round"

    def __dir__(self):
        return ["b", *[name for name in super().__dir__() if name == "shape"], "a"]


print(dir(Open()), wait_for.__code__.co_names, hold.__code__.co_consts[-1])
