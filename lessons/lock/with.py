import threading
import time

lock = threading.Lock()


def visit():
    me = threading.current_thread().ident
    print(f"Thread {me} reached thread_func")
    with lock:
        now = f"at {int(time.time())}"
        print(f"Lock acquired {now}, "
              "executing critical section")
        time.sleep(5)
        print(f"Lock Releasing by {me}")


for _ in range(2):
    threading.Thread(target=visit).start()
