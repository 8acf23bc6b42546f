# threads: nondeterministic
"""Who takes something out of a list makes a loop over it skip."""
import threading

readers = ["a", "b", "c"]
told = []


def tell():
    for reader in readers:
        told.append(reader)


threads = [threading.Thread(target=tell), threading.Thread(target=readers.remove, args=("a",))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(told)
