"""get_ident: one number for each thread that is alive, the same as its ident."""

import threading

seen = {}
hold = threading.Lock()
hold.acquire()


def note(name, noted):
    seen[name] = threading.get_ident()
    again = threading.get_ident() == threading.current_thread().ident
    noted.append(again)
    with hold:
        pass


threads, marks = [], []
for name in ("a", "b"):
    noted = []
    marks.append(noted)
    thread = threading.Thread(target=note, args=(name, noted))
    threads.append(thread)
    thread.start()
seen["main"] = threading.get_ident()
hold.release()
for thread in threads:
    thread.join()
print(marks, type(seen["a"]) is int, seen["main"] == threading.main_thread().ident)
print(sorted(seen), threads[0].ident == seen["a"], seen["a"] != seen["main"] != seen["b"])
