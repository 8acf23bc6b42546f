"""Names of threads: given, automatic, and the main thread's."""

import threading


def who():
    print("I am", threading.current_thread().name)


def other():
    print("I am", threading.current_thread().name)


who()
for thread in (
    threading.Thread(target=who),
    threading.Thread(target=other, name="worker-b"),
    threading.Thread(target=other),
    threading.Thread(target=who),
):
    thread.start()
    thread.join()
    print("ended", thread.name)
print(threading.current_thread() is threading.main_thread())
