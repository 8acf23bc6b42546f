import threading
import time

lock = threading.Lock()


def visit():
    me = threading.current_thread().ident
    print(f"Thread {me} waiting to acquire lock")
    lock.acquire()
    try:
        now = f"at timestamp:{int(time.time())}"
        print(f"Lock acquired by {me} {now}, "
              "executing critical section")
        time.sleep(5)
    finally:
        print(f"Lock Releasing by {me}")
        lock.release()


for _ in range(2):
    threading.Thread(target=visit).start()
